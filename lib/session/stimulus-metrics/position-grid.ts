import {type Levels, levelsOf, type ReceptiveField} from "../../analysis/metrics/index.js";
import {linspace} from "../../array/index.js";
import type {StimulusRecording} from "./stimulus-recording.js";
import type {UnitResponses} from "./unit-responses.js";

/** Where the patches were shown. */
export interface PositionGrid {
  rows: number;
  columns: number;
  /** Where each presentation was. */
  rowOf: Uint32Array;
  columnOf: Uint32Array;
}

/** The grid of positions: row 0 is the top of the screen, column 0 its left. */
export function positionGrid({parameter, presentationsOf, starts}: StimulusRecording): PositionGrid {
  const heights = Array.from(parameter("y_position"), (y) => (typeof y === "number" ? 40 - y : null));
  const [down, across] = [levelsOf(heights), levelsOf(parameter("x_position"))];
  const indicesOf = ({conditions}: Levels) => {
    const indices = new Uint32Array(starts.length);
    conditions.forEach((own, index) => {
      for (const condition of own) for (const presentation of presentationsOf[condition]) indices[presentation] = index;
    });
    return indices;
  };
  return {rows: down.values.length, columns: across.values.length, rowOf: indicesOf(down), columnOf: indicesOf(across)};
}

/** The position of each presentation as one number, columns × rows in C order. */
export function positionNumbers({rows, rowOf, columnOf}: PositionGrid): Uint32Array {
  return columnOf.map((column, presentation) => column * rows + rowOf[presentation]);
}

/**
 * Spikes at each position within 0.249 s of onset, over all presentations. As AllenSDK counts in two bins that are closed
 * at both ends, a spike at exactly 0.1245 s counts twice. NaN where nothing was shown.
 */
export function receptiveField(
  responses: UnitResponses,
  {rows, columns, rowOf, columnOf}: PositionGrid
): ReceptiveField {
  const counts = responses.countInBins(Array.from(rowOf.keys()), linspace(0, 0.249, 3));
  const values = new Float64Array(rows * columns).fill(Number.NaN);
  const cellOf = (presentation: number) => rowOf[presentation] * columns + columnOf[presentation];
  for (const presentation of rowOf.keys()) values[cellOf(presentation)] = 0;
  for (const presentation of rowOf.keys()) {
    values[cellOf(presentation)] += counts[2 * presentation] + counts[2 * presentation + 1];
  }
  return {rows, columns, values};
}
