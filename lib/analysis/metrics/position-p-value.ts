import {pairwiseSum} from "../statistics/pairwise-sum.js";
import type {RandomSource} from "../statistics/seeded-random.js";

/**
 * Trials drawn with replacement, `resamples` times as many as there are.
 * @returns resamples × trials in C order
 */
export function drawTrials(trials: number, resamples: number, random: RandomSource): Uint32Array {
  const drawn = new Uint32Array(trials * resamples);
  for (let i = 0; i < drawn.length; ++i) drawn[i] = Math.floor(random() * trials);
  return drawn;
}

/** Trials by category, as they were and as they were drawn; serves any number of units. */
export interface CategoryResamples {
  /** Where the trials of each category begin below; the last number is how many trials there are. */
  bounds: Uint32Array;
  /** The trials themselves, by category. */
  actual: Uint32Array;
  /** The trials drawn in place of these: resamples × trials in C order. */
  drawn: Uint32Array;
}

/**
 * @param categories of each trial, whole numbers from 0
 * @param drawn of {@link drawTrials}, for as many trials
 */
export function resamplesByCategory(categories: ArrayLike<number>, drawn: Uint32Array): CategoryResamples {
  const n = categories.length;
  const actual = Uint32Array.from({length: n}, (_, trial) => trial).sort((a, b) => categories[a] - categories[b]);
  const count = n > 0 ? categories[actual[n - 1]] + 1 : 0;
  const bounds = new Uint32Array(count + 1);
  for (const trial of actual) ++bounds[categories[trial] + 1];
  for (let category = 0; category < count; ++category) bounds[category + 1] += bounds[category];
  // In the order of categories, so that the sums over a unit's spikes run through memory once, for each of many units.
  const arranged = new Uint32Array(drawn.length);
  for (let first = 0; first < drawn.length; first += n) {
    for (let index = 0; index < n; ++index) arranged[first + index] = drawn[first + actual[index]];
  }
  return {bounds, actual, drawn: arranged};
}

/**
 * Whether a unit's spikes depend on the category of a trial, e.g. on where the stimulus was: χ² of the spikes in each
 * category against equal spikes per trial, and how often that of resampled trials is greater.
 * @param spikeCounts of each trial, whole numbers
 * @returns the fraction of resamples with a greater χ²
 */
export function positionPValue(spikeCounts: ArrayLike<number>, {bounds, actual, drawn}: CategoryResamples): number {
  const counts = Int32Array.from(spikeCounts);
  const n = counts.length;
  const chiSquare = chiSquareOf(counts, bounds);
  const least = chiSquare(actual, 0);
  const resamples = drawn.length / n;
  let greater = 0;
  for (let resample = 0; resample < resamples; ++resample) if (least < chiSquare(drawn, resample * n)) ++greater;
  return greater / resamples;
}

/** χ² of the spikes of as many trials as there are, from one on, in numpy's order of adding: ties then stay ties. */
function chiSquareOf(counts: Int32Array, bounds: Uint32Array): (trials: Uint32Array, first: number) => number {
  const categories = bounds.length - 1;
  const observed = new Float64Array(categories);
  const terms = new Float64Array(categories);
  return (trials, first) => {
    let total = 0;
    for (let category = 0; category < categories; ++category) {
      let spikes = 0;
      const end = first + bounds[category + 1];
      for (let i = first + bounds[category]; i < end; ++i) spikes = (spikes + counts[trials[i]]) | 0;
      observed[category] = spikes;
      total += spikes;
    }
    const perTrial = total / counts.length;
    for (let category = 0; category < categories; ++category) {
      const expected = (bounds[category + 1] - bounds[category]) * perTrial;
      const difference = observed[category] - expected;
      terms[category] = expected > 0 ? (difference * difference) / expected : 0;
    }
    return pairwiseSum(terms);
  };
}
