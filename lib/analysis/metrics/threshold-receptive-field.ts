import {gaussianFilter} from "../smoothing/gaussian-filter.js";
import {pairwiseMean} from "../statistics/pairwise-sum.js";
import type {ReceptiveField} from "./receptive-field.js";

/** Where a receptive field is strongest. */
export interface StrongestRegion {
  /** 1 in the region, rows × columns in C order. */
  mask: Uint8Array;
  /** The centre of mass in rows and columns from 0, to four decimals; NaN if there is no region. */
  row: number;
  column: number;
  /** In squares of the field. */
  area: number;
}

/** How {@link thresholdReceptiveField} looks for the region. */
export interface ThresholdOptions {
  /** How many standard deviations below its maximum the smoothed field is cut. */
  threshold?: number;
  /**
   * Whether smoothing drops fractions, first along columns, then along rows, as AllenSDK does with spike counts, which
   * it holds as whole numbers.
   */
  wholeNumbers?: boolean;
}

/**
 * The region around the maximum of a receptive field: of the field smoothed with a Gaussian of one square, the squares
 * above the threshold that touch the maximum by their sides. A constant field has none.
 *
 * @example
 * const {area} = thresholdReceptiveField(field, {threshold: 0.5});
 */
export function thresholdReceptiveField(
  field: ReceptiveField,
  {threshold = 0.5, wholeNumbers = false}: ThresholdOptions = {}
): StrongestRegion {
  const smoothed = smooth(field, wholeNumbers ? Math.trunc : (value) => value);
  const greatest = smoothed.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const mean = pairwiseMean(smoothed);
  const deviation = Math.sqrt(pairwiseMean(smoothed.map((value) => (value - mean) ** 2)));
  const limit = greatest - deviation * threshold;
  const mask = strongestRegion(field, smoothed, limit);
  let [area, rowSum, columnSum] = [0, 0, 0];
  mask.forEach((inside, i) => {
    if (!inside) return;
    ++area;
    rowSum += Math.floor(i / field.columns);
    columnSum += i % field.columns;
  });
  return {mask, row: toFourDecimals(rowSum / area), column: toFourDecimals(columnSum / area), area};
}

function smooth({rows, columns, values}: ReceptiveField, keep: (value: number) => number): Float64Array {
  const smoothed = new Float64Array(values.length);
  for (let column = 0; column < columns; ++column) {
    const line = gaussianFilter(
      Float64Array.from({length: rows}, (_, row) => values[row * columns + column]),
      1
    );
    line.forEach((value, row) => {
      smoothed[row * columns + column] = keep(value);
    });
  }
  for (let row = 0; row < rows; ++row) {
    const line = gaussianFilter(smoothed.subarray(row * columns, (row + 1) * columns), 1);
    smoothed.set(line.map(keep), row * columns);
  }
  return smoothed;
}

/** The region above the limit that holds the greatest value; the one that begins first, if several do. */
function strongestRegion(field: ReceptiveField, smoothed: Float64Array, limit: number): Uint8Array {
  const seen = new Uint8Array(smoothed.length);
  let strongest: number[] = [];
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < smoothed.length; ++i) {
    if (seen[i] || !(smoothed[i] > limit)) continue;
    const region = regionAround(i, field, (j) => smoothed[j] > limit, seen);
    const greatest = Math.max(...region.map((j) => smoothed[j]));
    if (greatest > most) [strongest, most] = [region, greatest];
  }
  const mask = new Uint8Array(smoothed.length);
  for (const i of strongest) mask[i] = 1;
  return mask;
}

/** The squares that are reached from one through sides of squares that belong; they are marked as seen. */
function regionAround(
  from: number,
  {rows, columns}: ReceptiveField,
  belongs: (i: number) => boolean,
  seen: Uint8Array
): number[] {
  const region = [from];
  seen[from] = 1;
  for (const i of region) {
    const [row, column] = [Math.floor(i / columns), i % columns];
    const neighbours = [
      row > 0 ? i - columns : -1,
      row < rows - 1 ? i + columns : -1,
      column > 0 ? i - 1 : -1,
      column < columns - 1 ? i + 1 : -1
    ];
    for (const next of neighbours) {
      if (next < 0 || seen[next] || !belongs(next)) continue;
      seen[next] = 1;
      region.push(next);
    }
  }
  return region;
}

/** As numpy's `around`: halves to even. */
function toFourDecimals(value: number): number {
  const scaled = value * 1e4;
  const below = Math.floor(scaled);
  const rest = scaled - below;
  const whole = rest > 0.5 || (rest === 0.5 && below % 2 !== 0) ? below + 1 : below;
  return whole / 1e4;
}
