import {asMatrix, takeColumns} from "../../analysis/linear-algebra/index.js";
import {seededRandom} from "../../analysis/statistics/index.js";
import {tuningSignificance} from "../../analysis/tuning/index.js";
import type {DataArray} from "../../array/index.js";

/** A unit with a smaller p-value is called tuned. */
export const SIGNIFICANCE_LEVEL = 0.05;

/** How many of the p-values call their unit tuned. */
export function countTuned(pValues: Float64Array): number {
  return pValues.filter((p) => p < SIGNIFICANCE_LEVEL).length;
}

/** The seeds that the last question compares. */
export const COMPARED_SEEDS = [1, 2, 3, 4, 5];

/**
 * The p-value of one unit with each of a few seeds.
 * @param counts presentations × units
 * @param column of the unit
 * @param values of the parameter, in each presentation
 */
export async function significanceBySeed(
  counts: DataArray,
  column: number,
  values: readonly (number | null)[],
  permutations: number
): Promise<number[]> {
  const ofUnit = takeColumns(asMatrix(counts), [column]);
  const pValues = COMPARED_SEEDS.map((seed) =>
    tuningSignificance(ofUnit, [values], {random: seededRandom(seed), permutations})
  );
  return (await Promise.all(pValues)).map(([p]) => p);
}
