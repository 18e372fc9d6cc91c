import {AnalysisError} from "../analysis-error.js";
import {type Matrix, matrixRows, productWithTransposed, zeros} from "../linear-algebra/index.js";
import {atOnce, inTurns, type LongTaskOptions, type Steps} from "../long-task.js";
import type {FittedDecoder, TrainingTrials} from "./decoder.js";
import {sequentialMinimalOptimization} from "./sequential-minimal-optimization.js";

/** The settings of a {@link fitSupportVectorMachine}. */
export interface SupportVectorOptions {
  kernel: "linear" | "rbf";
  /** The cost of a trial on the wrong side; 1 by default. */
  c?: number;
  /** 1 / (units · variance of all counts) by default. */
  gamma?: number;
  /** 1e-6 by default. */
  tolerance?: number;
}

/** The machine that tells two classes apart. */
export interface ClassPair {
  first: number;
  second: number;
  /** Which training trials support it. */
  trials: Int32Array;
  /** Their weights: positive for the first class. */
  coefficients: Float64Array;
  intercept: number;
}

/** A machine for each pair of classes; each pair has a vote, and of classes with equal votes the first is taken. */
export interface SupportVectorMachine extends FittedDecoder {
  pairs: ClassPair[];
  gamma: number;
  /** Trials × pairs: positive where the first class of the pair is taken. */
  decisions(trials: Matrix): Matrix;
}

/** Trials whose kernels are taken at a time. */
const PART = 64;

/**
 * A C-support vector classifier for each pair of classes, as libsvm and scikit-learn's `SVC` have it.
 *
 * @example
 * const decoder = await fitSupportVectorMachine(training, {kernel: "rbf", c: 10});
 *
 * @throws {AnalysisError} `wrong-argument` for a cost, a gamma or a tolerance that is not above 0; what the signal was
 * aborted with
 */
export async function fitSupportVectorMachine(
  training: TrainingTrials,
  settings: SupportVectorOptions,
  options: LongTaskOptions = {}
): Promise<SupportVectorMachine> {
  return inTurns(supportVectorSteps(training, settings), options);
}

function* supportVectorSteps(
  {trials, labels, classes}: TrainingTrials,
  {kernel, c = 1, tolerance = 1e-6, gamma = defaultGamma(trials)}: SupportVectorOptions
): Steps<SupportVectorMachine> {
  for (const [path, value] of Object.entries({c, gamma, tolerance})) {
    if (value > 0 && value < Number.POSITIVE_INFINITY) continue;
    const [expected, found] = ["a number above 0", `${value}`];
    throw new AnalysisError("wrong-argument", {path, expected, found, remedy: "Take 1, or leave it out."});
  }
  const kernels = (a: Matrix, b: Matrix) => kernelMatrix(a, b, kernel === "linear" ? null : gamma);
  const members = Array.from({length: classes}, () => [] as number[]);
  labels.forEach((label, trial) => {
    members[label].push(trial);
  });
  const rows = members.map((own) => matrixRows(trials, own));
  const within: Matrix[] = [];
  for (const own of rows) within.push(yield* kernels(own, own));
  const pairs: ClassPair[] = [];
  const all = (classes * (classes - 1)) / 2;
  for (let first = 0; first < classes; ++first) {
    for (let second = first + 1; second < classes; ++second) {
      yield pairs.length / all;
      const between = yield* kernels(rows[first], rows[second]);
      const [n, m] = [rows[first].rows, rows[second].rows];
      const signs = new Int8Array(n + m).fill(1, 0, n).fill(-1, n);
      const joint = joined(within[first], between, within[second]);
      const {coefficients, intercept} = yield* sequentialMinimalOptimization(joint, signs, {c, tolerance});
      const both = [...members[first], ...members[second]];
      const support = Array.from(both.keys()).filter((t) => coefficients[t] !== 0);
      pairs.push({
        first,
        second,
        trials: Int32Array.from(support, (t) => both[t]),
        coefficients: Float64Array.from(support, (t) => coefficients[t]),
        intercept
      });
    }
  }
  yield 1;

  function decisions(tested: Matrix): Matrix {
    const result = {rows: tested.rows, columns: pairs.length, values: new Float64Array(tested.rows * pairs.length)};
    for (let from = 0; from < tested.rows; from += PART) {
      const part = Array.from({length: Math.min(PART, tested.rows - from)}, (_, i) => from + i);
      const known = atOnce(kernels(matrixRows(tested, part), trials));
      for (let i = 0; i < part.length; ++i) {
        pairs.forEach(({trials: support, coefficients, intercept}, pair) => {
          let sum = intercept;
          for (let s = 0; s < support.length; ++s) sum += coefficients[s] * known.values[i * trials.rows + support[s]];
          result.values[(from + i) * pairs.length + pair] = sum;
        });
      }
    }
    return result;
  }

  function predict(tested: Matrix): Int32Array {
    const {values} = decisions(tested);
    return Int32Array.from({length: tested.rows}, (_, i) => {
      const votes = new Int32Array(classes);
      pairs.forEach(({first, second}, pair) => {
        ++votes[values[i * pairs.length + pair] > 0 ? first : second];
      });
      return votes.indexOf(votes.reduce((a, b) => Math.max(a, b), 0));
    });
  }

  return {pairs, gamma, decisions, predict};
}

/** Scalar products of rows, or exp(−gamma · squared distance). */
function* kernelMatrix(a: Matrix, b: Matrix, gamma: number | null): Steps<Matrix> {
  const result = zeros(a.rows, b.rows);
  for (let first = 0; first < a.rows; first += PART) {
    yield 0;
    const last = Math.min(first + PART, a.rows);
    const part = {
      rows: last - first,
      columns: a.columns,
      values: a.values.subarray(first * a.columns, last * a.columns)
    };
    result.values.set(productWithTransposed(part, b).values, first * b.rows);
  }
  if (gamma === null) return result;
  const [squaresA, squaresB] = [squaredLengths(a), squaredLengths(b)];
  for (let i = 0; i < a.rows; ++i) {
    for (let j = 0; j < b.rows; ++j) {
      const at = i * b.rows + j;
      result.values[at] = Math.exp(-gamma * Math.max(0, squaresA[i] + squaresB[j] - 2 * result.values[at]));
    }
  }
  return result;
}

function joined(first: Matrix, between: Matrix, second: Matrix): Float64Array {
  const [n, m] = [first.rows, second.rows];
  const size = n + m;
  const values = new Float64Array(size * size);
  for (let i = 0; i < n; ++i) {
    values.set(first.values.subarray(i * n, (i + 1) * n), i * size);
    values.set(between.values.subarray(i * m, (i + 1) * m), i * size + n);
    for (let j = 0; j < m; ++j) values[(n + j) * size + i] = between.values[i * m + j];
  }
  for (let j = 0; j < m; ++j) values.set(second.values.subarray(j * m, (j + 1) * m), (n + j) * size + n);
  return values;
}

function squaredLengths({rows, columns, values}: Matrix): Float64Array {
  return Float64Array.from({length: rows}, (_, i) => {
    let sum = 0;
    for (let j = 0; j < columns; ++j) sum += values[i * columns + j] ** 2;
    return sum;
  });
}

function defaultGamma({columns, values}: Matrix): number {
  let [sum, squares] = [0, 0];
  for (const value of values) sum += value;
  const mean = sum / values.length;
  for (const value of values) squares += (value - mean) ** 2;
  const variance = squares / values.length;
  return variance > 0 ? 1 / (columns * variance) : 1;
}
