import type {DecodablePresentation} from "./decodable-presentation.js";

const NOT_PARAMETERS = [
  "stimulus_presentation_id",
  "stimulus_name",
  "stimulus_block",
  "start_time",
  "stop_time",
  "duration"
];

/** The parameters of presentations: the columns of the second matrix. */
export function parameterColumns(presentations: readonly DecodablePresentation[]): string[] {
  return Object.keys(presentations[0] ?? {}).filter((name) => !NOT_PARAMETERS.includes(name));
}
