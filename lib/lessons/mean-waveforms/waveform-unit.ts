import {type PlacedUnit, structureName} from "../../words/index.js";

/** A unit, as a row of the units table has it: with what describes the shape of its spikes. */
export interface WaveformUnit extends PlacedUnit {
  probe_id: number;
  peak_channel_id: number;
  /** Signal to noise ratio. */
  snr: number;
}

/** What a reader chooses a unit by. */
export function waveformUnitName({unit_id, ecephys_structure_acronym, snr}: WaveformUnit): string {
  return `${unit_id} (${structureName(ecephys_structure_acronym)}, snr ${snr.toFixed(1)})`;
}
