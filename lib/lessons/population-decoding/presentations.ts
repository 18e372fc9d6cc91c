/** A presentation of a stimulus, with its parameters, as a row of the stimulus table has it. */
export interface Presentation {
  stimulus_presentation_id: number;
  /** When it began (s). */
  start_time: number;
  [column: string]: unknown;
}

const NOT_PARAMETERS = [
  "stimulus_presentation_id",
  "stimulus_name",
  "stimulus_block",
  "start_time",
  "stop_time",
  "duration"
];

/** The parameters of presentations: the columns of the second matrix. */
export function parameterColumns(presentations: readonly Presentation[]): string[] {
  return Object.keys(presentations[0] ?? {}).filter((name) => !NOT_PARAMETERS.includes(name));
}
