import {countText, orderUnits, type ProbeUnit, placeUnits, type RowTable, structureName} from "../../words/index.js";

/** A unit of the page, as a row of the units table has it. */
export interface TrainUnit extends ProbeUnit {
  probe_id: number;
  snr: number;
  /** Hz, over the whole session. */
  firing_rate: number;
}

/** The two units that are compared, and their spikes (s, ascending). No unit, no spikes. */
export interface PairOfTrains {
  fixedUnit: TrainUnit | null;
  movingUnit: TrainUnit | null;
  fixedTrain: Float64Array;
  movingTrain: Float64Array;
}

/** The units whose probes have spike trains on this site, in the order of the tissue. */
export function unitsWithTrains(units: RowTable, probes: readonly string[]): TrainUnit[] {
  return orderUnits(placeUnits<TrainUnit>(units).filter((unit) => probes.includes(unit.probe_description)));
}

/** How a list of units says on which probe each of them is. */
export const byProbe = {
  format: ({unit_id, probe_description, ecephys_structure_acronym}: TrainUnit) =>
    `${unit_id} (${structureName(ecephys_structure_acronym)}, ${probe_description})`,
  group: ({probe_description, ecephys_structure_acronym}: TrainUnit) =>
    `${probe_description}, ${structureName(ecephys_structure_acronym)}`
};

/** A unit in the midst of a sentence: "unit 12 in VISp". */
export function unitText(unit: TrainUnit | null): string {
  return unit ? `unit ${unit.unit_id} in ${structureName(unit.ecephys_structure_acronym)}` : "no unit";
}

/** How many spikes of which units are compared. */
export function pairText({fixedUnit, movingUnit, fixedTrain, movingTrain}: PairOfTrains): string {
  const [fixed, moving] = [fixedTrain, movingTrain].map(({length}) => countText(length));
  return `${fixed} spikes of ${unitText(fixedUnit)} (fixed) and ${moving} of ${unitText(movingUnit)} (moving)`;
}
