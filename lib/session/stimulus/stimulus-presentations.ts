import type {ColumnTable} from "arquero";
import {type Column, takeAllRows} from "../../array/index.js";
import {columnValues} from "../../snapshot/index.js";
import {toColumns, toTable} from "../columns.js";
import type {PresentedStimuli} from "./presented-stimuli.js";
import type {StimulusValue} from "./stimulus-value.js";

/** Parameters of the drawing that AllenSDK shows only when asked. */
const DETAILED_PARAMETERS = new Set([
  "colorSpace",
  "flipHoriz",
  "flipVert",
  "depth",
  "interpolate",
  "mask",
  "opacity",
  "rgbPedestal",
  "tex",
  "texRes",
  "units",
  "rgb",
  "signalDots",
  "noiseDots",
  "fieldSize",
  "fieldShape",
  "fieldPos",
  "nDots",
  "dotSize",
  "dotLife",
  "color_triplet"
]);

/** What is not a parameter: when, how long, and which. */
const NOT_PARAMETERS = new Set([
  "stimulus_presentation_id",
  "stimulus_name",
  "stimulus_block",
  "start_time",
  "stop_time",
  "duration",
  "stimulus_condition_id"
]);

/** Whether a column of the presentations is a parameter of the stimulus. */
export const isParameter = (column: string) => !NOT_PARAMETERS.has(column);

/**
 * The presentations with the parameters of their conditions: stimulus_presentation_id, stimulus_name, stimulus_block,
 * start_time, stop_time, the parameters in alphabetical order, duration (s), stimulus_condition_id.
 * @param rows which presentations, in the order of the result
 * @param detailed whether to include the parameters of the drawing
 */
export function describePresentations(
  {presentations, conditions}: PresentedStimuli,
  rows: readonly number[],
  detailed: boolean
): ColumnTable {
  const conditionIds = columnValues<number>(presentations, "stimulus_condition_id");
  const starts = columnValues<number>(presentations, "start_time");
  const stops = columnValues<number>(presentations, "stop_time");
  const isValid = (row: number) => !Number.isNaN(conditionIds[row]);
  const {stimulus_condition_id, ...shown} = takeAllRows(toColumns(presentations), rows);
  const parameters = conditions
    .columnNames()
    .filter((name) => isParameter(name) && (detailed || !DETAILED_PARAMETERS.has(name)));
  return toTable([
    ...Object.entries(shown),
    ...parameters.map((name): [string, Column] => {
      const values = columnValues<StimulusValue>(conditions, name);
      return [name, rows.map((row) => (isValid(row) ? values[conditionIds[row]] : Number.NaN))];
    }),
    ["duration", Float64Array.from(rows, (row) => (isValid(row) ? stops[row] - starts[row] : Number.NaN))],
    ["stimulus_condition_id", stimulus_condition_id]
  ]);
}
