import {AnalysisError} from "../analysis-error.js";
import {incompleteBeta} from "../statistics/incomplete-beta.js";
import type {Correlogram} from "./cross-correlogram.js";

/** The lags at which a spike follows one that evoked it by a single synapse (s). */
export const MONOSYNAPTIC_LAGS: readonly [from: number, to: number] = [0.001, 0.004];

/** Where a sharp peak is looked for, and against what. */
export interface SharpPeakOptions {
  /** The lags of a monosynaptic effect; s, {@link MONOSYNAPTIC_LAGS} by default. Bins that lie within count. */
  lags?: readonly [from: number, to: number];
  /** Standard deviation of the Gaussian that follows what is slow; s, 0.01 by default. */
  sigma?: number;
}

/** The highest of the bins in which a postsynaptic spike would fall. */
export interface SharpPeak {
  /** The middle of the bin, s. */
  lag: number;
  count: number;
  /** What the bins around predict. */
  expected: number;
  /** (count − expected) / spikes of the fixed train: how many spikes of the moving train each adds, in this bin. */
  efficacy: number;
  /** The probability of as high a count in any of the bins if nothing were sharp (one-sided; Bonferroni over bins). */
  p: number;
}

/** The share by which the Gaussian is hollow in its middle (Stark and Abeles 2009). */
const HOLLOW = 0.6;

/**
 * The test for a putative monosynaptic connection from the fixed unit to the moving one: whether a cross-correlogram has
 * a peak at short positive lags that is sharper than all slow co-variation. What is slow is predicted by the bins around
 * under a Gaussian that is hollow in its middle and mirrored at the ends (Stark and Abeles 2009). As the prediction is
 * itself counted from few spikes, the count is not held against a Poisson distribution but, given both counts, against a
 * binomial one (Przyborowski and Wilenski 1940): the prediction weighs as much as 1 / Σ weight² bins.
 * A correlogram without counts has p = 1; if no bin lies within the lags all numbers are NaN.
 *
 * @example
 * const {p, lag} = sharpPeak(crossCorrelogram(fixed, moving, {window: 0.025, binWidth: 0.0005}), {sigma: 0.01});
 *
 * @throws {AnalysisError} `wrong-argument` for a sigma that is not above 0
 */
export function sharpPeak(correlogram: Correlogram, options: SharpPeakOptions = {}): SharpPeak {
  return sharpPeakTest(correlogram, options)(correlogram.counts, correlogram.fixedSpikes);
}

/** The test of {@link sharpPeak} for many correlograms with the same bins. */
export function sharpPeakTest(
  {edges, binWidth, bins}: Pick<Correlogram, "edges" | "binWidth" | "bins">,
  {lags: [from, to] = MONOSYNAPTIC_LAGS, sigma = 0.01}: SharpPeakOptions = {}
): (counts: ArrayLike<number>, fixedSpikes: number) => SharpPeak {
  if (!(sigma > 0)) {
    const [expected, found] = ["a standard deviation above 0 (s)", `${sigma}`];
    throw new AnalysisError("wrong-argument", {path: "sigma", expected, found, remedy: "Leave it out, or give 0.01."});
  }
  const tolerance = binWidth * 1e-6;
  const tested: {bin: number; weights: Float64Array; share: number}[] = [];
  for (let bin = 0; bin < bins; ++bin) {
    if (edges[bin] < from - tolerance || edges[bin + 1] > to + tolerance) continue;
    const weights = hollowGaussian(bin, bins, sigma / binWidth);
    const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
    tested.push({bin, weights, share: squares / (1 + squares)});
  }
  return (counts, fixedSpikes) => {
    let peak: SharpPeak = {
      lag: Number.NaN,
      count: Number.NaN,
      expected: Number.NaN,
      efficacy: Number.NaN,
      p: Number.NaN
    };
    for (const {bin, weights, share} of tested) {
      let expected = 0;
      for (let k = 0; k < bins; ++k) expected += weights[k] * counts[k];
      const count = counts[bin];
      const background = (expected * (1 - share)) / share;
      const single = count === 0 ? 1 : incompleteBeta(share, count, background + 1);
      const p = Math.min(1, single * tested.length);
      if (p > peak.p || (p === peak.p && count <= peak.count)) continue;
      const lag = (edges[bin] + edges[bin + 1]) / 2;
      peak = {lag, count, expected, efficacy: (count - expected) / fixedSpikes, p};
    }
    return peak;
  };
}

/** The weights of all bins in the prediction of one; their sum is 1. What lies beyond an end is mirrored at it. */
function hollowGaussian(middle: number, bins: number, sigma: number): Float64Array {
  const weights = new Float64Array(bins);
  const radius = Math.max(1, Math.min(Math.ceil(4 * sigma), bins - 1));
  for (let offset = -radius; offset <= radius; ++offset) {
    let bin = middle + offset;
    if (bin < 0) bin = -1 - bin;
    if (bin >= bins) bin = 2 * bins - 1 - bin;
    weights[bin] += Math.exp(-0.5 * (offset / sigma) ** 2) * (offset === 0 ? 1 - HOLLOW : 1);
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
