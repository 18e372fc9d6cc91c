/** A presentation of a stimulus, with its parameters: a row of `stimulusTable()`. */
export interface Presentation {
  stimulus_presentation_id: number;
  stimulus_condition_id: number;
  stimulus_name: string;
  [parameter: string]: unknown;
}

/** A presentation with its times (s of the session). */
export interface TimedPresentation extends Presentation {
  start_time: number;
  stop_time: number;
  /** s */
  duration: number;
}

/** A presentation of a flash. */
export interface Flash {
  stimulus_presentation_id: number;
  /** s of the session */
  start_time: number;
  stop_time: number;
  /** s */
  duration: number;
  /** −1 for a dark screen, 1 for a bright one. */
  color: number;
}
