import {type ColumnTable, table} from "arquero";
import {deviation, sum} from "d3";
import {asMatrix, takeColumns} from "../../analysis/linear-algebra/index.js";
import type {DataArray} from "../../array/index.js";
import {countedText} from "../../words/index.js";
import type {Presentation} from "../presentations/index.js";
import {meanText} from "./response-text.js";
import {extremeResponses, hasCurve, type TunedUnit} from "./tuned-unit.js";

/**
 * The spikes of one unit in each presentation, beside the parameters that change.
 * @param counts presentations × units
 * @param column of the unit
 */
export function countsOfUnit(
  counts: DataArray,
  column: number,
  {presentations, parameters}: {presentations: readonly Presentation[]; parameters: readonly string[]}
): ColumnTable {
  const shown = parameters.filter((name) => name !== "stimulus_block");
  return table({
    stimulus_presentation_id: presentations.map((row) => row.stimulus_presentation_id),
    ...Object.fromEntries(shown.map((name) => [name, presentations.map((row) => row[name])])),
    spike_count: Array.from(takeColumns(asMatrix(counts), [column]).values)
  });
}

/**
 * The mean response to the preferred value, computed from single presentations.
 * @param counts presentations × units
 * @param column of the unit
 * @param values of the parameter, in each presentation
 */
export function meanByHand(
  counts: DataArray,
  column: number,
  {tuned, parameter, values}: {tuned: TunedUnit | null; parameter: string; values: readonly (number | null)[]}
): string {
  if (!hasCurve(tuned)) return "";
  const preferred = tuned.values[extremeResponses(tuned).best];
  const own = takeColumns(asMatrix(counts), [column]).values.filter((_, row) => values[row] === preferred);
  const sem = (deviation(own) ?? Number.NaN) / Math.sqrt(own.length);
  return `at ${parameter} ${preferred}, ${countedText(own.length, "presentations")} ${own.length === 1 ? "has" : "have"} ${countedText(sum(own), "spikes")}, which is a mean of ${meanText(sum(own) / own.length, sem)}`;
}
