import {countedText} from "../../words/index.js";
import type {ClusteredUnits} from "./clustered-units.js";
import type {UnitGroups} from "./unit-groups.js";
import {unitScatter} from "./unit-scatter.js";

/** Places of units in a plane that keeps neighbours. */
interface UnitPlaces {
  rows: number;
  /** x and y of each unit. */
  values: ArrayLike<number>;
}

/**
 * Units in a plane that keeps neighbours.
 * @param picture null or undefined where there is none yet
 */
export function umapFigure(
  clustered: ClusteredUnits | null,
  groups: UnitGroups | null,
  picture: UnitPlaces | null | undefined,
  {neighbors, seed}: {neighbors: number; seed: number},
  kept: number
) {
  const caption = picture ? `${countedText(kept, "units")}, ${neighbors} neighbours, seed ${seed}.` : "";
  if (!clustered || !groups || picture?.rows !== clustered.units.length) {
    return {empty: "Not drawn yet. Press “Draw UMAP”; it takes some seconds.", caption};
  }
  const {values} = picture;
  const {data, options} = unitScatter(clustered, groups, (row) => [values[2 * row], values[2 * row + 1]]);
  return {
    data,
    options: {
      ...options,
      xLabel: "UMAP 1",
      yLabel: "UMAP 2",
      ticks: false,
      ariaLabel: "Units in a plane that keeps neighbours"
    },
    caption
  };
}
