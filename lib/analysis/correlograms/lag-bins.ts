import {AnalysisError} from "../analysis-error.js";

/** Which lags a correlogram shows, and how finely. */
export interface LagOptions {
  /** The greatest lag, in both directions; s, 0.05 by default. It is rounded to whole bins. */
  window?: number;
  /** s, 0.001 by default. */
  binWidth?: number;
}

/** The bins of a correlogram: as many for negative lags as for positive ones. */
export interface LagBins {
  /** s; ascending, one more than bins: (k − bins / 2) · binWidth. A bin holds lags from its left edge up to its right. */
  edges: Float64Array;
  binWidth: number;
  /** The number of bins, even. */
  bins: number;
}

/** The most bins on each side; beyond, a correlogram is not what is wanted. */
const MOST_BINS = 1_000_000;

/** s; narrower ones are no bins of time. */
const LEAST_WIDTH = 1e-12;

/**
 * The bins of a correlogram.
 *
 * @example
 * const {edges, bins} = lagBins({window: 0.05, binWidth: 0.001}); // 100 bins between 101 edges
 *
 * @throws {AnalysisError} `wrong-argument` if the window does not hold a bin, or holds more than a million
 */
export function lagBins({window = 0.05, binWidth = 0.001}: LagOptions = {}): LagBins {
  const half = Math.round(window / binWidth);
  if (!(binWidth >= LEAST_WIDTH && half >= 1 && half <= MOST_BINS)) {
    throw new AnalysisError("wrong-argument", {
      path: "window, binWidth",
      expected: `a window of 1 to ${MOST_BINS} bins of at least ${LEAST_WIDTH} s`,
      found: `${window} s and ${binWidth} s`,
      remedy: "Give both in seconds, the window at least one bin wide."
    });
  }
  const edges = Float64Array.from({length: 2 * half + 1}, (_, k) => (k - half) * binWidth);
  return {edges, binWidth, bins: 2 * half};
}
