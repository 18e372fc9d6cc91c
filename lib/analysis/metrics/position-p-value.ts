import {pairwiseSum} from "../statistics/pairwise-sum.js";
import type {RandomSource} from "../statistics/seeded-random.js";

/**
 * Trials drawn with replacement, `resamples` times as many as there are.
 * @returns resamples × trials in C order
 */
export function bootstrapTrials(trials: number, resamples: number, random: RandomSource): Uint32Array {
  const drawn = new Uint32Array(trials * resamples);
  for (let i = 0; i < drawn.length; ++i) drawn[i] = Math.floor(random() * trials);
  return drawn;
}

/**
 * Whether a unit's spikes depend on where the stimulus was: χ² of the spikes in each category of trials against equal
 * spikes per trial, and how often that of resampled trials is greater.
 * @param spikeCounts of each trial
 * @param categories of each trial, whole numbers from 0
 * @param drawn of {@link bootstrapTrials}, for as many trials; may serve any number of units
 * @returns the fraction of resamples with a greater χ²
 */
export function positionPValue(
  spikeCounts: ArrayLike<number>,
  categories: ArrayLike<number>,
  drawn: Uint32Array
): number {
  const n = spikeCounts.length;
  const category = Uint32Array.from(categories);
  const trialsOf = new Float64Array(category.reduce((most, own) => Math.max(most, own + 1), 0));
  for (let trial = 0; trial < n; ++trial) ++trialsOf[category[trial]];
  const counts = Float64Array.from(spikeCounts);
  const observed = new Float64Array(trialsOf.length);
  const terms = new Float64Array(trialsOf.length);
  for (let trial = 0; trial < n; ++trial) observed[category[trial]] += counts[trial];
  const actual = chiSquare(observed, trialsOf, n, terms);
  const resamples = drawn.length / n;
  let greater = 0;
  for (let resample = 0; resample < resamples; ++resample) {
    observed.fill(0);
    const first = resample * n;
    for (let trial = 0; trial < n; ++trial) observed[category[trial]] += counts[drawn[first + trial]];
    if (actual < chiSquare(observed, trialsOf, n, terms)) ++greater;
  }
  return greater / resamples;
}

/** In numpy's order of adding, on which it depends whether χ² of two equal sets of counts are equal. */
function chiSquare(observed: Float64Array, trialsOf: Float64Array, trials: number, terms: Float64Array): number {
  const perTrial = pairwiseSum(observed) / trials;
  for (let category = 0; category < observed.length; ++category) {
    const expected = trialsOf[category] * perTrial;
    const difference = observed[category] - expected;
    terms[category] = expected > 0 ? (difference * difference) / expected : 0;
  }
  return pairwiseSum(terms);
}
