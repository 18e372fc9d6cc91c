import {dampedStep} from "./damped-step.js";
import {norm, qrFactorization} from "./qr-factorization.js";

/** When to stop. */
export interface LeastSquaresOptions {
  /** The most evaluations of the residuals; 200 · (number of parameters + 1) by default. */
  maxEvaluations?: number;
  /** The relative reduction of the sum of squares, and the relative change of parameters, at which it has converged. */
  tolerance?: number;
}

/** What {@link leastSquares} found. */
export interface LeastSquaresFit {
  parameters: Float64Array;
  /** Whether the tolerance was reached. If not, the parameters are where the search ended. */
  converged: boolean;
  evaluations: number;
}

const EPSILON = 2.220446049250313e-16;
const DIFFERENCE = Math.sqrt(EPSILON);
/** The first radius of trust, in lengths of the scaled initial parameters. */
const FACTOR = 100;

/**
 * The parameters that make the sum of squared residuals least, near the given ones: the Levenberg–Marquardt algorithm
 * with a region of trust, scaled by the columns of the Jacobian (Moré 1978), and forward differences. Its constants
 * are those of MINPACK's `lmdif` with the defaults of scipy's `leastsq`, so that it takes the same steps.
 * @param residuals at least as many as there are parameters, and always as many; the array is not kept
 */
export function leastSquares(
  residuals: (parameters: Float64Array) => Float64Array,
  initial: ArrayLike<number>,
  {maxEvaluations = 200 * (initial.length + 1), tolerance = 1.49012e-8}: LeastSquaresOptions = {}
): LeastSquaresFit {
  const n = initial.length;
  let x = Float64Array.from(initial);
  let values = residuals(x).slice();
  let length = norm(values);
  let evaluations = 1;
  let damping = 0;
  let radius = 0;
  let size = 0;
  let isFirst = true;
  const scale = new Float64Array(n);
  const ended = (converged: boolean) => ({parameters: x, converged, evaluations});

  for (;;) {
    const qr = qrFactorization(jacobian(residuals, x, values));
    evaluations += n;
    const qtb = qr.qTransposed(values);
    if (isFirst) {
      scale.set(qr.norms.map((value) => (value === 0 ? 1 : value)));
      size = norm(times(scale, x));
      radius = size === 0 ? FACTOR : FACTOR * size;
    }
    const gradient = largestCosine(qr.r, qtb, qr.norms, qr.columns, length);
    if (gradient <= 0) return ended(true);
    for (let j = 0; j < n; ++j) if (qr.norms[j] > scale[j]) scale[j] = qr.norms[j];

    for (let isBetter = false; !isBetter; ) {
      const {step, damping: taken} = dampedStep({qr, qtb, scale}, radius, damping);
      damping = taken;
      const trial = x.map((value, j) => value - step[j]);
      const stepLength = norm(times(scale, step));
      if (isFirst) radius = Math.min(radius, stepLength);
      const trialValues = residuals(trial).slice();
      const trialLength = norm(trialValues);
      ++evaluations;

      const actual = 0.1 * trialLength < length ? 1 - (trialLength / length) ** 2 : -1;
      const linear = norm(linearChange(qr.r, qr.columns, step)) / length;
      const damped = (Math.sqrt(damping) * stepLength) / length;
      const predicted = linear ** 2 + damped ** 2 / 0.5;
      const slope = -(linear ** 2 + damped ** 2);
      const ratio = predicted !== 0 ? actual / predicted : 0;
      if (ratio <= 0.25) {
        const shrink = actual >= 0 ? 0.5 : (0.5 * slope) / (slope + 0.5 * actual);
        const factor = 0.1 * trialLength >= length || shrink < 0.1 ? 0.1 : shrink;
        radius = factor * Math.min(radius, stepLength / 0.1);
        damping /= factor;
      } else if (damping === 0 || ratio >= 0.75) {
        radius = stepLength / 0.5;
        damping *= 0.5;
      }
      isBetter = ratio >= 1e-4;
      if (isBetter) {
        x = trial;
        values = trialValues;
        length = trialLength;
        size = norm(times(scale, x));
        isFirst = false;
      }
      const reductionsBelow = (limit: number) => Math.abs(actual) <= limit && predicted <= limit && 0.5 * ratio <= 1;
      if (reductionsBelow(tolerance) || radius <= tolerance * size) return ended(true);
      if (evaluations >= maxEvaluations) return ended(false);
      if (reductionsBelow(EPSILON) || radius <= EPSILON * size || gradient <= EPSILON) return ended(false);
    }
  }
}

/** The columns of the Jacobian by forward differences. */
function jacobian(
  residuals: (parameters: Float64Array) => Float64Array,
  x: Float64Array,
  values: Float64Array
): Float64Array[] {
  const moved = x.slice();
  return Array.from(x, (own, j) => {
    const step = DIFFERENCE * Math.abs(own) || DIFFERENCE;
    moved[j] = own + step;
    const column = residuals(moved).slice();
    for (let i = 0; i < column.length; ++i) column[i] = (column[i] - values[i]) / step;
    moved[j] = own;
    return column;
  });
}

/** The largest cosine of the angle between the residuals and a column of the Jacobian; what is NaN does not count. */
function largestCosine(
  r: Float64Array,
  qtb: Float64Array,
  norms: Float64Array,
  columns: Int32Array,
  length: number
): number {
  const n = qtb.length;
  let largest = 0;
  if (length === 0) return 0;
  for (let j = 0; j < n; ++j) {
    const columnNorm = norms[columns[j]];
    if (columnNorm === 0) continue;
    let sum = 0;
    for (let i = 0; i <= j; ++i) sum += r[i * n + j] * (qtb[i] / length);
    const cosine = Math.abs(sum / columnNorm);
    if (cosine > largest) largest = cosine;
  }
  return largest;
}

/** R · Pᵀ · step. */
function linearChange(r: Float64Array, columns: Int32Array, step: Float64Array): Float64Array {
  const n = step.length;
  const change = new Float64Array(n);
  for (let j = 0; j < n; ++j) {
    for (let i = 0; i <= j; ++i) change[i] += r[i * n + j] * step[columns[j]];
  }
  return change;
}

const times = (a: Float64Array, b: Float64Array) => a.map((value, j) => value * b[j]);
