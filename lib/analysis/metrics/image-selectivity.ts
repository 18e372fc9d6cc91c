import {pairwiseSum} from "../statistics/pairwise-sum.js";

/**
 * How few of the images a unit answers (Quian Quiroga et al. 2007): 1 minus twice the mean, over thresholds between the
 * least and the greatest response, of the fraction of images with a greater response. 0 if it answers all alike; near 1
 * if it answers one; NaN for fewer than two images.
 * @param responses mean spikes to each image
 */
export function imageSelectivity(responses: ArrayLike<number>, thresholdCount = 1000): number {
  const n = responses.length;
  if (n < 2 || thresholdCount < 2) return Number.NaN;
  const ascending = Float64Array.from(responses).sort();
  const [least, greatest] = [ascending[0], ascending[n - 1]];
  if (least === greatest) return 0;
  const fractions = new Float64Array(thresholdCount);
  for (let j = 0, below = 0; j < thresholdCount; ++j) {
    const threshold = least + j * ((greatest - least) / thresholdCount);
    while (below < n && ascending[below] <= threshold) ++below;
    fractions[j] = (n - below) / n;
  }
  return 1 - 2 * (pairwiseSum(fractions) / thresholdCount);
}
