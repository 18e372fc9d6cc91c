/** A presentation of a stimulus, with its parameters, as a row of the stimulus table has it. */
export interface Presentation {
  stimulus_presentation_id: number;
  stimulus_condition_id: number;
  stimulus_name: string;
  [parameter: string]: unknown;
}
