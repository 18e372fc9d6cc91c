import {AnalysisError} from "../analysis-error.js";
import {pairwiseSum} from "../statistics/pairwise-sum.js";

/** Samples; wider than any recording is long. */
const MOST_SIGMA = 1e7;

/**
 * Values smoothed with a Gaussian, as scipy's `gaussian_filter1d`: weights out to four standard deviations, and values
 * mirrored at the ends (c b a | a b c | c b a).
 * @param sigma standard deviation, in samples; 0 leaves the values as they are
 * @throws {AnalysisError} `wrong-argument` for a sigma below 0, above ten million, or NaN
 */
export function gaussianFilter(values: ArrayLike<number>, sigma: number): Float64Array {
  if (!(sigma >= 0 && sigma <= MOST_SIGMA)) {
    const [expected, found] = [`a standard deviation of 0 to ${MOST_SIGMA} samples`, `${sigma}`];
    throw new AnalysisError("wrong-argument", {path: "sigma", expected, found, remedy: "Give it in samples or bins."});
  }
  const n = values.length;
  const radius = Math.floor(4 * sigma + 0.5);
  if (radius === 0) return Float64Array.from(values);
  const weights = gaussianWeights(sigma, radius);
  const padded = new Float64Array(n + 2 * radius);
  for (let i = 0; i < padded.length; ++i) {
    const index = (((i - radius) % (2 * n)) + 2 * n) % (2 * n);
    padded[i] = values[index < n ? index : 2 * n - 1 - index];
  }
  const smoothed = new Float64Array(n);
  for (let i = 0; i < n; ++i) {
    // In scipy's order: the middle first, then pairs from the outside in.
    let sum = padded[i + radius] * weights[radius];
    for (let k = 0; k < radius; ++k) sum += (padded[i + k] + padded[i + 2 * radius - k]) * weights[k];
    smoothed[i] = sum;
  }
  return smoothed;
}

/** The weights of samples from −radius to radius; their sum is 1. */
function gaussianWeights(sigma: number, radius: number): Float64Array {
  const weights = Float64Array.from({length: 2 * radius + 1}, (_, i) =>
    Math.exp((-0.5 / sigma ** 2) * (i - radius) ** 2)
  );
  const total = pairwiseSum(weights);
  return weights.map((weight) => weight / total);
}
