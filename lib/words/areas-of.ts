import {compareStructures} from "./structure-order.js";
import type {PlacedUnit} from "./unit-order.js";

/** The areas of units, in anatomical order; null stands for units in no area. */
export function areasOf(units: readonly PlacedUnit[]): (string | null)[] {
  return [...new Set(units.map((unit) => unit.ecephys_structure_acronym))].sort(compareStructures);
}
