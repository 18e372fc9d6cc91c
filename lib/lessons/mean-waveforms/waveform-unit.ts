import {type PlacedUnit, structureName, type UnitRow} from "../../words/index.js";

/** A unit, as a row of the units table has it. */
export type WaveformUnit = PlacedUnit & Pick<UnitRow, "probe_id" | "peak_channel_id" | "snr">;

/** What a reader chooses a unit by. */
export function waveformUnitName({unit_id, ecephys_structure_acronym, snr}: WaveformUnit): string {
  return `${unit_id} (${structureName(ecephys_structure_acronym)}, snr ${snr.toFixed(1)})`;
}
