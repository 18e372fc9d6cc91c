/** The stimulus classes of the sample, under the names they have in the files. */
export type StimulusName =
  | "spontaneous"
  | "gabors"
  | "flashes"
  | "drifting_gratings"
  | "static_gratings"
  | "natural_scenes"
  | "natural_movie_one"
  | "natural_movie_three";

/** One row of the stimulus table. Parameters that do not apply are NaN; times in seconds on the master clock. */
export interface Presentation {
  /** Place in the whole session, by time: the stimulus presentation id. */
  id: number;
  stimulusName: StimulusName;
  /** Number of the contiguous block, and of the stimulus class; NaN for spontaneous. */
  block: number;
  index: number;
  start: number;
  stop: number;
  /** Degrees; of a drifting grating, the direction of its drift. NaN for a blank. */
  orientation: number;
  temporalFrequency: number;
  spatialFrequency: number;
  /** Of a static grating, cycles. */
  phase: number;
  xPosition: number;
  yPosition: number;
  /** Of a flash: 1 white, −1 black. */
  polarity: number;
  /** Image or movie frame; −1 is the blank image. */
  frame: number;
}
