import {AnalysisError} from "../analysis-error.js";
import type {MatrixLike} from "../linear-algebra/index.js";
import {asFiniteMatrix} from "../linear-algebra/index.js";
import {type LongTaskOptions, takingTurns} from "../long-task.js";
import type {RandomSource} from "../statistics/seeded-random.js";
import {type DecodingOptions, decode} from "./decode.js";
import {shuffle} from "./folds.js";

/** How well the same population decodes what it cannot know. */
export interface ChanceLevel {
  /** The accuracy with the trials' values in each random order. */
  accuracies: Float64Array;
  mean: number;
  /** The accuracy below which 95 % of them lie. */
  upper: number;
  /** The share of shuffles, with the real order among them, that decode as well as the real order. */
  p: number;
}

/**
 * Chance by shuffling: decodes again and again with what was shown exchanged among the trials.
 *
 * @example
 * const {accuracy} = await decode(counts, orientations);
 * const chance = await chanceLevel(counts, orientations, {accuracy, shuffles: 200, random: seededRandom(1)});
 *
 * @throws {AnalysisError} `wrong-argument` for a number of shuffles that makes no sense; else as {@link decode}
 */
export async function chanceLevel(
  trials: MatrixLike,
  target: ArrayLike<number>,
  {
    accuracy,
    random,
    shuffles = 100,
    signal,
    onProgress,
    ...decoding
  }: DecodingOptions &
    LongTaskOptions & {
      /** That of the real order. */
      accuracy: number;
      random: RandomSource;
      /** How often; 100 by default. */
      shuffles?: number;
    }
): Promise<ChanceLevel> {
  if (!(Number.isInteger(shuffles) && shuffles >= 0)) {
    const [expected, found] = ["a whole number of shuffles", `${shuffles}`];
    throw new AnalysisError("wrong-argument", {path: "shuffles", expected, found, remedy: "Give 100."});
  }
  const matrix = asFiniteMatrix(trials, "trials");
  const turn = takingTurns({signal, onProgress});
  const accuracies = new Float64Array(shuffles);
  for (let i = 0; i < shuffles; ++i) {
    await turn(i / shuffles);
    const shuffled = Float64Array.from(target);
    shuffle(shuffled, random);
    const part = await decode(matrix, shuffled, {
      ...decoding,
      signal,
      onProgress: (fraction) => onProgress?.((i + fraction) / shuffles)
    });
    accuracies[i] = part.accuracy;
  }
  await turn(1);
  const sorted = accuracies.slice().sort();
  const asGood = accuracies.reduce((sum, value) => sum + (value >= accuracy ? 1 : 0), 0);
  return {
    accuracies,
    mean: accuracies.reduce((sum, value) => sum + value, 0) / shuffles,
    upper: shuffles > 0 ? sorted[Math.ceil(0.95 * shuffles) - 1] : Number.NaN,
    p: (1 + asGood) / (1 + shuffles)
  };
}
