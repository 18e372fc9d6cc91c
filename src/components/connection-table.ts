import {
  type ConnectionTable,
  connectionColumns,
  type PairOfTrains,
  type TrainUnit
} from "../lib/lessons/cross-correlations/index.js";
import {structureColor} from "../lib/plot/exercises/index.js";
import {structureName} from "../lib/words/index.js";
import {setInput} from "./choices.js";
import {chooseTable} from "./choose-table.js";
import {emptyFigure} from "./empty-figure.js";
import type {Input} from "./input-row.js";

/**
 * The connections that were found, of which one can be chosen; or the sentence that says why there are none.
 * @param pair the units that the page shows now
 * @param inputs where the page's fixed and its moving unit are chosen
 */
export function connectionTable(
  found: ConnectionTable,
  {fixedUnit, movingUnit}: Pick<PairOfTrains, "fixedUnit" | "movingUnit">,
  [fixed, moving]: readonly [Input<TrainUnit | null>, Input<TrainUnit | null>]
): HTMLElement {
  if ("empty" in found) return emptyFigure(found.empty);
  return chooseTable(found.rows, {
    caption: found.caption,
    columns: connectionColumns(areaWithColor),
    isChosen: ({presynaptic, postsynaptic}) => presynaptic === fixedUnit && postsynaptic === movingUnit,
    onChoose: ({presynaptic, postsynaptic}) => {
      setInput(fixed, presynaptic);
      setInput(moving, postsynaptic);
    }
  });
}

function areaWithColor(acronym: string | null): Node {
  const swatch = document.createElement("span");
  swatch.className = "swatch";
  swatch.style.background = structureColor(acronym);
  const area = document.createDocumentFragment();
  area.append(swatch, structureName(acronym));
  return area;
}
