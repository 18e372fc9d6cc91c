import {areasOf, orderUnits, type PlacedUnit, placeUnits, type RowTable} from "../../words/index.js";

/** A unit that is correlated with others, and where it lies in the common coordinate framework (µm; 0 or less: not known). */
export interface CorrelatedUnit extends PlacedUnit {
  anterior_posterior_ccf_coordinate: number;
  dorsal_ventral_ccf_coordinate: number;
  left_right_ccf_coordinate: number;
}

/** What a list of areas calls all of them. */
const EVERY_AREA = "all areas";

/** The areas to choose from: all of them, then each by itself. */
export function offeredAreas(units: RowTable): (string | null)[] {
  return [EVERY_AREA, ...areasOf(placeUnits(units))];
}

/** The units of an area to choose from, sorted by area and, within an area, from the surface down. */
export function unitsOfArea(units: RowTable, area: string | null): CorrelatedUnit[] {
  return orderUnits(placeUnits<CorrelatedUnit>(units)).filter(
    (unit) => area === EVERY_AREA || unit.ecephys_structure_acronym === area
  );
}
