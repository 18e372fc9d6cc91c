/** A presentation as decoders take it: when it was, and what may be told of it. */
export interface DecodablePresentation {
  stimulus_presentation_id: number;
  /** When it began (s). */
  start_time: number;
  [column: string]: unknown;
}
