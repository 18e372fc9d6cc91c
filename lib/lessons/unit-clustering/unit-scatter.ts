import {countedText, structureName} from "../../words/index.js";
import {type ClusteredUnits, clusterName} from "./clustered-units.js";
import type {UnitGroups} from "./unit-groups.js";

/** A unit as a point in the colour of its group. */
export interface UnitPoint {
  unit_id: number;
  x: number;
  y: number;
  /** An index among the categories. */
  category: number;
  note: string;
}

/** Clustered units as points in a plane. */
export function unitScatter(
  {units, labels}: ClusteredUnits,
  {by, categories, of}: UnitGroups,
  place: (row: number) => [x: number, y: number]
) {
  const points = units.map((unit, row): UnitPoint => {
    const [x, y] = place(row);
    return {unit_id: unit.unit_id, x, y, category: of[row], note: `${areaAndCluster(unit, labels[row])}`};
  });
  return {
    data: [points] as [UnitPoint[]],
    options: {
      categories,
      symbols: by !== "area",
      ariaDescription: `${countedText(points.length, "points")} in the colours of their ${by}`
    }
  };
}

/** Where a unit lies, and in which cluster it is. */
export function areaAndCluster(unit: {ecephys_structure_acronym: string | null}, cluster: number): string {
  return `${structureName(unit.ecephys_structure_acronym)}, ${clusterName(cluster)}`;
}
