import type {DataArray} from "../../array/index.js";
import {AnalysisError} from "../analysis-error.js";
import {type Matrix, zeros} from "../linear-algebra/index.js";
import {type LongTaskOptions, takingTurns} from "../long-task.js";
import {type Decoding, type DecodingOptions, decode} from "./decode.js";

/** From which bin to before which bin counts are summed. */
export type BinWindow = readonly [from: number, to: number];

/**
 * Accuracy against time: decodes from the counts in each of several windows.
 *
 * @example
 * const decodings = await accuracyByWindow(counts, orientations, {windows: [[0, 2], [1, 3]], folds: 5});
 *
 * @param counts trials × bins × units
 * @throws {AnalysisError} `wrong-shape` unless there are three dimensions; `wrong-argument` for a window without a bin
 * or beyond the last; else as {@link decode}
 */
export async function accuracyByWindow(
  counts: DataArray,
  target: ArrayLike<number>,
  {windows, signal, onProgress, ...decoding}: DecodingOptions & LongTaskOptions & {windows: readonly BinWindow[]}
): Promise<Decoding[]> {
  const turn = takingTurns({signal, onProgress});
  const results: Decoding[] = [];
  for (const window of windows) {
    await turn(results.length / windows.length);
    const trials = countsInWindow(counts, window);
    results.push(
      await decode(trials, target, {
        ...decoding,
        signal,
        onProgress: (fraction) => onProgress?.((results.length + fraction) / windows.length)
      })
    );
  }
  await turn(1);
  return results;
}

/**
 * The counts of each trial and unit, summed over some bins.
 * @param counts trials × bins × units
 * @returns trials × units
 * @throws {AnalysisError} as {@link accuracyByWindow}
 */
export function countsInWindow(counts: DataArray, [from, to]: BinWindow): Matrix {
  if (counts.shape.length !== 3) {
    const [expected, found] = ["trials × bins × units", `${counts.shape.length} dimensions`];
    throw new AnalysisError("wrong-shape", {path: "counts", expected, found, remedy: "Count spikes in bins."});
  }
  const [trials, bins, units] = counts.shape;
  if (!(Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from < to && to <= bins)) {
    const [expected, found] = [`bins from 0 to ${bins}`, `${from} to ${to}`];
    throw new AnalysisError("wrong-argument", {path: "windows", expected, found, remedy: "Choose a bin or more."});
  }
  const sums = zeros(trials, units);
  for (let trial = 0; trial < trials; ++trial) {
    for (let bin = from; bin < to; ++bin) {
      const start = (trial * bins + bin) * units;
      for (let unit = 0; unit < units; ++unit) sums.values[trial * units + unit] += counts.values[start + unit];
    }
  }
  return sums;
}
