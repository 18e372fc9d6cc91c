import {AnalysisError} from "../analysis-error.js";
import {asFiniteMatrix, type MatrixLike, takeColumns} from "../linear-algebra/index.js";
import {type LongTaskOptions, takingTurns} from "../long-task.js";
import type {RandomSource} from "../statistics/seeded-random.js";
import {type DecodingOptions, decode} from "./decode.js";
import {shuffle} from "./folds.js";

/** How well so many units decode. */
export interface AccuracyOfUnits {
  units: number;
  /** The accuracy of each random choice of so many units. */
  accuracies: number[];
  mean: number;
  /** Standard deviation over choices (with n − 1); NaN for one choice. */
  deviation: number;
}

/**
 * Accuracy against the number of units, each time for several random choices of them.
 *
 * @example
 * const options = {unitCounts: [1, 3, 10], choices: 20, random: seededRandom(1)};
 * const byUnits = await accuracyByUnitCount(counts, orientations, options);
 *
 * @throws {AnalysisError} `wrong-argument` for a number of units that there are not, or fewer than one choice; else as {@link decode}
 */
export async function accuracyByUnitCount(
  trials: MatrixLike,
  target: ArrayLike<number>,
  {
    unitCounts,
    random,
    choices = 10,
    signal,
    onProgress,
    ...decoding
  }: DecodingOptions &
    LongTaskOptions & {
      /** How many units to take. */
      unitCounts: readonly number[];
      random: RandomSource;
      /** How many choices of each number; 10 by default. */
      choices?: number;
    }
): Promise<AccuracyOfUnits[]> {
  const matrix = asFiniteMatrix(trials, "trials");
  const wrong = unitCounts.find((count) => !(Number.isInteger(count) && count >= 1 && count <= matrix.columns));
  if (wrong !== undefined) {
    const [expected, remedy] = [`1 to ${matrix.columns} units`, "Choose a number of units that there are."];
    throw new AnalysisError("wrong-argument", {path: "unitCounts", expected, found: `${wrong}`, remedy});
  }
  if (!(Number.isInteger(choices) && choices >= 1)) {
    const [expected, found] = ["one choice or more", `${choices}`];
    throw new AnalysisError("wrong-argument", {path: "choices", expected, found, remedy: "Give 10."});
  }
  const turn = takingTurns({signal, onProgress});
  const results: AccuracyOfUnits[] = [];
  for (const units of unitCounts) {
    const accuracies: number[] = [];
    for (let choice = 0; choice < choices; ++choice) {
      await turn((results.length + choice / choices) / unitCounts.length);
      const order = Array.from({length: matrix.columns}, (_, unit) => unit);
      shuffle(order, random);
      const some = takeColumns(matrix, order.slice(0, units));
      accuracies.push((await decode(some, target, {...decoding, signal})).accuracy);
    }
    const mean = accuracies.reduce((sum, value) => sum + value, 0) / choices;
    const squares = accuracies.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const deviation = choices > 1 ? Math.sqrt(squares / (choices - 1)) : Number.NaN;
    results.push({units, accuracies, mean, deviation});
  }
  await turn(1);
  return results;
}
