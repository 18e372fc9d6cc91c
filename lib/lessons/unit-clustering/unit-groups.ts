import {compareStructures, structureName} from "../../words/index.js";
import {type ClusteredUnits, clusterName} from "./clustered-units.js";

/** By what units are coloured. */
export type GroupingName = "cluster" | "area" | "planted class";

/** What units can be coloured by; by their planted classes only where some are known. */
export function groupingNames(cellClasses: ReadonlyMap<number, string>): GroupingName[] {
  return cellClasses.size ? ["cluster", "area", "planted class"] : ["cluster", "area"];
}

/** How groups are coloured, as CSS. */
export interface GroupColors {
  /** Of the group with a number, from 0. */
  category: (group: number) => string;
  structure: (acronym: string) => string;
}

/** Units in groups that figures colour. */
export interface UnitGroups {
  /** What the groups are. */
  by: GroupingName;
  categories: {name: string; color: string}[];
  /** The category of each unit. */
  of: number[];
}

/**
 * The groups of clustered units: their clusters, their areas, or the classes that were planted in a synthetic session.
 * @param cellClasses by unit
 * @returns null where there are no clusters
 */
export function unitGroups(
  by: GroupingName,
  clustered: ClusteredUnits | null,
  cellClasses: ReadonlyMap<number, string>,
  colors: GroupColors
): UnitGroups | null {
  if (!clustered) return null;
  const {units, labels} = clustered;
  if (by === "area") {
    const areas = units.map((unit) => structureName(unit.ecephys_structure_acronym));
    return {by, ...grouped(areas, compareStructures, (name) => ({name, color: colors.structure(name)}))};
  }
  if (by === "planted class") {
    const classes = units.map(({unit_id}) => cellClasses.get(unit_id) ?? "unknown");
    // Not in the colours of the first two clusters, which are other groups.
    const describe = (name: string, k: number) => ({name, color: colors.category(k + 2)});
    return {by, ...grouped(classes, (a, b) => a.localeCompare(b), describe)};
  }
  const describe = (label: number) => ({name: clusterName(label), color: colors.category(label)});
  return {by, ...grouped(Array.from(labels), (a, b) => a - b, describe)};
}

function grouped<Value>(
  values: Value[],
  order: (a: Value, b: Value) => number,
  describe: (value: Value, index: number) => {name: string; color: string}
) {
  const distinct = [...new Set(values)].sort(order);
  return {categories: distinct.map(describe), of: values.map((value) => distinct.indexOf(value))};
}
