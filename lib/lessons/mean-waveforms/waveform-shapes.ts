/** The columns of the units table that describe the shape of a unit's spikes, with what tells the units apart. */
const SHAPE_COLUMNS = [
  "unit_id",
  "ecephys_structure_acronym",
  "snr",
  "waveform_duration",
  "waveform_PT_ratio",
  "waveform_amplitude",
  "waveform_spread",
  "waveform_velocity_above",
  "waveform_velocity_below"
];

/** The shapes of units' waveforms in numbers, as rows of a table. */
export function waveformShapes(units: readonly object[]): Record<string, unknown>[] {
  return units.map((unit) =>
    Object.fromEntries(SHAPE_COLUMNS.map((name) => [name, (unit as Record<string, unknown>)[name]]))
  );
}
