import {compareStructures} from "./structure-order.js";

/** What is needed to know of a unit to say where it lies, and to order it among others. */
export interface PlacedUnit {
  unit_id: number;
  /** The area of its peak channel; null outside the areas. */
  ecephys_structure_acronym: string | null;
  /** Distance of its peak channel from the tip of the probe, in µm. */
  probe_vertical_position: number;
  /** The name of its probe. */
  probe_description: string;
}

/** The units in the order of the tissue: by area in anatomical order, within an area from the surface down. */
export function orderUnits<Unit extends PlacedUnit>(units: Iterable<Unit>): Unit[] {
  return Array.from(units).sort(
    (a, b) =>
      compareStructures(a.ecephys_structure_acronym, b.ecephys_structure_acronym) ||
      b.probe_vertical_position - a.probe_vertical_position ||
      a.unit_id - b.unit_id
  );
}
