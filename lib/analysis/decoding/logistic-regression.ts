import {AnalysisError} from "../analysis-error.js";
import {
  cholesky,
  choleskySolve,
  gramMatrix,
  type Matrix,
  productWithTransposed,
  transposed,
  zeros
} from "../linear-algebra/index.js";
import {type LongTaskOptions, takingTurns} from "../long-task.js";
import {bestIntercepts} from "./best-intercepts.js";
import type {TrainingTrials} from "./decoder.js";
import {type LinearDecoder, linearDecoder, softmaxRows} from "./linear-decoder.js";
import {curvatureByClass} from "./logistic-curvature.js";

/** How strongly coefficients are kept small, and how exactly they are found. */
export interface LogisticRegressionOptions {
  /** The inverse of the strength of regularisation; 1 by default. */
  c?: number;
  /** The most that coefficients and intercepts may be away from the optimum, relative to their length; 1e-8 by default. */
  tolerance?: number;
}

/** A decoder with the coefficients that make its loss least. */
export interface LogisticRegression extends LinearDecoder {
  /** Whether they are within the tolerance; if not, rounding does not let them be nearer, or the steps were too many. */
  converged: boolean;
}

const MOST_STEPS = 100;
const MOST_PARTS = 1000;

/**
 * Multinomial logistic regression: the coefficients that make the sum over trials of −log p(class) plus
 * |coefficients|² / 2c least; intercepts are not kept small. By Newton's method, whose linear systems are solved by
 * conjugate gradients as exactly as each step deserves (Nocedal and Wright, algorithm 7.1), with a search along each step.
 *
 * The rule to stop by: where intercepts are the best for the coefficients, and so they are made at each step, no curvature along
 * coefficients is less than 1/c, and they are away from the optimum by at most c times the length of the gradient. Intercepts follow
 * them as a weighted mean of the trials, so that they are away by at most the length of the longest trial times that.
 *
 * @example
 * const decoder = await fitLogisticRegression(training, {c: 0.1}, {signal, onProgress});
 *
 * @throws {AnalysisError} `wrong-argument` for a `c` or a tolerance that is not above 0; what the signal was aborted with
 */
export async function fitLogisticRegression(
  {trials, labels, classes}: TrainingTrials,
  {c = 1, tolerance = 1e-8}: LogisticRegressionOptions = {},
  options: LongTaskOptions = {}
): Promise<LogisticRegression> {
  for (const [path, value] of Object.entries({c, tolerance})) {
    if (value > 0 && value < Number.POSITIVE_INFINITY) continue;
    const [expected, found] = ["a number above 0", `${value}`];
    throw new AnalysisError("wrong-argument", {path, expected, found, remedy: "Leave it out."});
  }
  const turn = takingTurns(options);
  const {centred: counts, mean} = withoutMean(trials);
  const reach = Math.hypot(1, norm(mean) + longestRow(counts));
  const x = withOnes(counts);
  const columns = transposed(x);
  // A step need not be exact, the gradient it ends with is: products with the curvature are of single precision.
  const rough = {
    x: {...x, values: new Float32Array(x.values)},
    columns: {...columns, values: new Float32Array(columns.values)}
  };
  const width = x.columns;
  const weights = zeros(classes, width);
  const scores = zeros(trials.rows, classes);
  const isIntercept = (at: number) => at % width === width - 1;
  const addPenalty = (target: Float64Array, of: Float64Array) => {
    for (let at = 0; at < target.length; ++at) if (!isIntercept(at)) target[at] += of[at] / c;
  };
  const sumOverTrials = (perTrial: Matrix) => productWithTransposed(transposed(perTrial), columns);
  const preconditioner = curvatureByClass(x, c);
  // Overwritten again and again: memory for each product anew would take longer than the product.
  const changes = zeros(trials.rows, classes);
  const centred = {rows: classes, columns: trials.rows, values: new Float32Array(classes * trials.rows)};
  let firstLength = 0;
  let done = 0;
  let converged = false;

  for (let count = 0; count < MOST_STEPS; ++count) {
    if (count > 0) addIntercepts(weights, scores, bestIntercepts(scores, labels));
    const probabilities = {...scores, values: scores.values.slice()};
    softmaxRows(probabilities);
    const errors = {...scores, values: probabilities.values.slice()};
    for (let i = 0; i < labels.length; ++i) errors.values[i * classes + labels[i]] -= 1;
    const gradient = sumOverTrials(errors).values;
    addPenalty(gradient, weights.values);
    const length = norm(gradient);
    if (count === 0) firstLength = length;
    const [coefficients, intercepts] = ofTrials(weights, mean);
    const goal = (tolerance * Math.hypot(norm(coefficients.values), norm(intercepts))) / c / reach;
    converged = length <= goal;
    if (converged || length <= 1e-14 * firstLength) break;
    if (count > 0) done = Math.max(done, Math.log(firstLength / length) / Math.log(firstLength / goal));
    await turn(Math.min(done, 0.99));

    let step: Float64Array;
    if (count === 0) step = firstStep(x, gradient, classes, c);
    else {
      const curvature = async (direction: Float64Array) => {
        const single = {...weights, values: new Float32Array(direction)};
        productWithTransposed(rough.x, single, "single", changes);
        await turn(Math.min(done, 0.99));
        centreByProbability(changes, probabilities, centred.values);
        const product = productWithTransposed(centred, rough.columns, "single").values;
        addPenalty(product, direction);
        await turn(Math.min(done, 0.99));
        return product;
      };
      const precondition = await preconditioner(probabilities, () => turn(Math.min(done, 0.99)));
      // As exactly as the step deserves, but not beyond the goal.
      const share = Math.max(Math.min(0.1, Math.sqrt(length / firstLength)), (0.3 * goal) / length);
      step = await conjugateGradients(curvature, gradient, precondition, share);
    }
    const change = productWithTransposed(x, {...weights, values: step});
    const share = alongStep({scores, change, labels, weights: weights.values, step, c, isIntercept});
    for (let at = 0; at < step.length; ++at) weights.values[at] += share * step[at];
    for (let at = 0; at < scores.values.length; ++at) scores.values[at] += share * change.values[at];
  }
  await turn(1);
  return {...linearDecoder(...ofTrials(weights, mean)), converged};
}

/** From nothing, where every class is as probable, the curvature is the same for all: Newton's step is exact. */
function firstStep(x: Matrix, gradient: Float64Array, classes: number, c: number): Float64Array {
  const curvature = gramMatrix(x);
  const width = x.columns;
  for (let at = 0; at < curvature.values.length; ++at) curvature.values[at] /= classes;
  for (let j = 0; j < width - 1; ++j) curvature.values[j * width + j] += 1 / c;
  const factor = cholesky(curvature)!;
  return choleskySolve(factor, {rows: classes, columns: width, values: gradient.map((value) => -value)}).values;
}

/**
 * p · (change − Σ p · change), row by row: the change of probabilities that a change of scores makes.
 * @param result classes × trials
 */
function centreByProbability({rows, columns, values}: Matrix, {values: p}: Matrix, result: Float32Array): void {
  for (let i = 0; i < rows; ++i) {
    const start = i * columns;
    let mean = 0;
    for (let k = 0; k < columns; ++k) mean += p[start + k] * values[start + k];
    for (let k = 0; k < columns; ++k) result[k * rows + i] = p[start + k] * (values[start + k] - mean);
  }
}

/** The s with curvature · s = −gradient, up to a share of the gradient's length. */
async function conjugateGradients(
  curvature: (direction: Float64Array) => Promise<Float64Array>,
  gradient: Float64Array,
  precondition: (rest: Float64Array) => Float64Array,
  share: number
): Promise<Float64Array> {
  const step = new Float64Array(gradient.length);
  const rest = gradient.map((value) => -value);
  const enough = share * norm(gradient);
  const direction = precondition(rest);
  let size = inner(rest, direction);
  for (let part = 0; part < MOST_PARTS; ++part) {
    const product = await curvature(direction);
    const bend = inner(direction, product);
    if (!(bend > 0)) break;
    const pace = size / bend;
    for (let at = 0; at < step.length; ++at) {
      step[at] += pace * direction[at];
      rest[at] -= pace * product[at];
    }
    if (norm(rest) <= enough) break;
    const better = precondition(rest);
    const next = inner(rest, better);
    for (let at = 0; at < step.length; ++at) direction[at] = better[at] + (next / size) * direction[at];
    size = next;
  }
  return step;
}

interface Line {
  scores: Matrix;
  /** How the scores change along the whole step. */
  change: Matrix;
  labels: Int32Array;
  weights: Float64Array;
  step: Float64Array;
  c: number;
  isIntercept: (at: number) => boolean;
}

/** What part of the step to take: where the slope along it is at most a tenth of what it was. */
function alongStep({scores, change, labels, weights, step, c, isIntercept}: Line): number {
  const classes = scores.columns;
  let [penaltySlope, penaltyBend] = [0, 0];
  for (let at = 0; at < step.length; ++at) {
    if (isIntercept(at)) continue;
    penaltySlope += (weights[at] * step[at]) / c;
    penaltyBend += (step[at] * step[at]) / c;
  }
  const moved = zeros(scores.rows, classes);
  const slopeAt = (share: number): [number, number] => {
    for (let at = 0; at < moved.values.length; ++at) moved.values[at] = scores.values[at] + share * change.values[at];
    softmaxRows(moved);
    let slope = penaltySlope + share * penaltyBend;
    let bend = penaltyBend;
    for (let i = 0; i < scores.rows; ++i) {
      const start = i * classes;
      let [mean, square] = [0, 0];
      for (let k = 0; k < classes; ++k) {
        const product = moved.values[start + k] * change.values[start + k];
        mean += product;
        square += product * change.values[start + k];
      }
      slope += mean - change.values[start + labels[i]];
      bend += square - mean * mean;
    }
    return [slope, bend];
  };
  const enough = 0.1 * Math.abs(slopeAt(0)[0]);
  let [lower, upper, share] = [0, Number.POSITIVE_INFINITY, 1];
  for (let trial = 0; trial < 20; ++trial) {
    const [slope, bend] = slopeAt(share);
    if (Math.abs(slope) <= enough) break;
    if (slope > 0) upper = share;
    else lower = share;
    const newton = share - slope / bend;
    if (newton > lower && newton < upper) share = newton;
    else share = upper < Number.POSITIVE_INFINITY ? (lower + upper) / 2 : 2 * share;
  }
  return share;
}

/**
 * Coefficients, and intercepts for trials whose mean was not subtracted. What is added to all classes alike changes nothing: both are
 * made to sum to 0 over classes.
 */
function ofTrials(
  {rows, columns, values}: Matrix,
  meanTrial: Float64Array
): [coefficients: Matrix, intercepts: Float64Array] {
  const common = new Float64Array(columns);
  for (let at = 0; at < values.length; ++at) common[at % columns] += values[at] / rows;
  const coefficients = zeros(rows, columns - 1);
  const intercepts = new Float64Array(rows);
  for (let k = 0; k < rows; ++k) {
    intercepts[k] = values[k * columns + columns - 1] - common[columns - 1];
    for (let j = 0; j < columns - 1; ++j) {
      const value = values[k * columns + j] - common[j];
      coefficients.values[k * (columns - 1) + j] = value;
      intercepts[k] -= value * meanTrial[j];
    }
  }
  return [coefficients, intercepts];
}

/** Trials less their mean: intercepts and coefficients then hardly depend on each other. */
function withoutMean({rows, columns, values}: Matrix): {centred: Matrix; mean: Float64Array} {
  const mean = new Float64Array(columns);
  for (let at = 0; at < values.length; ++at) mean[at % columns] += values[at] / rows;
  return {centred: {rows, columns, values: values.map((value, at) => value - mean[at % columns])}, mean};
}

function longestRow({rows, columns, values}: Matrix): number {
  let longest = 0;
  for (let i = 0; i < rows; ++i) longest = Math.max(longest, norm(values.subarray(i * columns, (i + 1) * columns)));
  return longest;
}

/** Adds to the intercepts, and so to the scores of all trials. */
function addIntercepts(weights: Matrix, scores: Matrix, change: Float64Array): void {
  change.forEach((value, k) => {
    weights.values[(k + 1) * weights.columns - 1] += value;
  });
  for (let at = 0; at < scores.values.length; ++at) scores.values[at] += change[at % change.length];
}

function withOnes({rows, columns, values}: Matrix): Matrix {
  const result = zeros(rows, columns + 1);
  result.values.fill(1);
  for (let i = 0; i < rows; ++i) {
    result.values.set(values.subarray(i * columns, (i + 1) * columns), i * (columns + 1));
  }
  return result;
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; ++at) sum += a[at] * b[at];
  return sum;
}

const norm = (a: Float64Array) => Math.sqrt(inner(a, a));
