import {norm, type QrFactorization} from "./qr-factorization.js";

/** A step of least squares that stays in a region of trust. */
export interface DampedStep {
  /** What to subtract from the parameters. */
  step: Float64Array;
  /** The damping it took: 0 for the full step of Gauss and Newton. */
  damping: number;
}

const SMALLEST = 2.2250738585072014e-308;
const MOST_TRIALS = 10;

/** The linear problem of one iteration: residuals of Q · R · Pᵀ · step against Qᵀ · residuals, in scaled units. */
export interface LinearProblem {
  qr: QrFactorization;
  /** Qᵀ · residuals. */
  qtb: Float64Array;
  /** The scale of each parameter. */
  scale: Float64Array;
}

/**
 * The step that solves the linear problem with the least damping for which the scaled step is not longer than `radius`,
 * to a tenth of it: Moré's iteration for the Levenberg–Marquardt parameter (Moré 1978, algorithm 5.5).
 * @param damping of the step before, where the search begins
 */
export function dampedStep(problem: LinearProblem, radius: number, damping: number): DampedStep {
  const {qr, qtb, scale} = problem;
  const n = qtb.length;
  const {r, columns} = qr;
  let step = gaussNewtonStep(problem);
  let length = norm(scaled(step, scale));
  let excess = length - radius;
  if (excess <= 0.1 * radius) return {step, damping: 0};

  const hasFullRank = columns.every((_, j) => r[j * n + j] !== 0);
  let lower = 0;
  if (hasFullRank) {
    const slope = scaledDirection(problem, step, length);
    for (let j = 0; j < n; ++j) {
      for (let i = 0; i < j; ++i) slope[j] -= r[i * n + j] * slope[i];
      slope[j] /= r[j * n + j];
    }
    lower = excess / radius / norm(slope) / norm(slope);
  }
  const gradient = new Float64Array(n);
  for (let j = 0; j < n; ++j) {
    let sum = 0;
    for (let i = 0; i <= j; ++i) sum += r[i * n + j] * qtb[i];
    gradient[j] = sum / scale[columns[j]];
  }
  const steepness = norm(gradient);
  let upper = steepness === 0 ? SMALLEST / Math.min(radius, 0.1) : steepness / radius;
  let current = Math.min(Math.max(damping, lower), upper);
  if (current === 0) current = steepness / length;

  for (let trial = 1; ; ++trial) {
    if (current === 0) current = Math.max(SMALLEST, 0.001 * upper);
    const {solution, s} = solveDamped(problem, Math.sqrt(current));
    step = solution;
    length = norm(scaled(step, scale));
    const before = excess;
    excess = length - radius;
    const stuck = lower === 0 && excess <= before && before < 0;
    if (Math.abs(excess) <= 0.1 * radius || stuck || trial === MOST_TRIALS) return {step, damping: current};
    const slope = scaledDirection(problem, step, length);
    for (let j = 0; j < n; ++j) {
      slope[j] /= s[j * n + j];
      for (let i = j + 1; i < n; ++i) slope[i] -= s[j * n + i] * slope[j];
    }
    const correction = excess / radius / norm(slope) / norm(slope);
    if (excess > 0) lower = Math.max(lower, current);
    if (excess < 0) upper = Math.min(upper, current);
    current = Math.max(lower, current + correction);
  }
}

function gaussNewtonStep({qr: {r, columns}, qtb}: LinearProblem): Float64Array {
  const n = qtb.length;
  const right = qtb.slice();
  const firstZero = columns.findIndex((_, j) => r[j * n + j] === 0);
  const rank = firstZero < 0 ? n : firstZero;
  right.fill(0, rank);
  return inOrder(columns, backSubstitute(r, right, rank));
}

/** D · (D · step / length), in the order of the pivoted columns. */
function scaledDirection({qr, scale}: LinearProblem, step: Float64Array, length: number): Float64Array {
  return Float64Array.from(qr.columns, (column) => scale[column] * ((scale[column] * step[column]) / length));
}

/** The solution with rows root · D below R, which plane rotations bring to the triangle S. */
function solveDamped({qr, qtb, scale}: LinearProblem, root: number): {solution: Float64Array; s: Float64Array} {
  const n = qtb.length;
  const s = qr.r.slice();
  const right = qtb.slice();
  const row = new Float64Array(n);
  for (let j = 0; j < n; ++j) {
    row.fill(0);
    row[j] = root * scale[qr.columns[j]];
    if (row[j] === 0) continue;
    let rowRight = 0;
    for (let k = j; k < n; ++k) {
      if (row[k] === 0) continue;
      const {cos, sin} = rotation(s[k * n + k], row[k]);
      s[k * n + k] = cos * s[k * n + k] + sin * row[k];
      const rotated = cos * right[k] + sin * rowRight;
      rowRight = -sin * right[k] + cos * rowRight;
      right[k] = rotated;
      for (let i = k + 1; i < n; ++i) {
        const value = cos * s[k * n + i] + sin * row[i];
        row[i] = -sin * s[k * n + i] + cos * row[i];
        s[k * n + i] = value;
      }
    }
  }
  const firstZero = qr.columns.findIndex((_, j) => s[j * n + j] === 0);
  const rank = firstZero < 0 ? n : firstZero;
  right.fill(0, rank);
  return {solution: inOrder(qr.columns, backSubstitute(s, right, rank)), s};
}

/** The rotation that takes (above, below) to (·, 0). */
function rotation(above: number, below: number): {cos: number; sin: number} {
  if (Math.abs(above) < Math.abs(below)) {
    const cotangent = above / below;
    const sin = 0.5 / Math.sqrt(0.25 + 0.25 * cotangent * cotangent);
    return {cos: sin * cotangent, sin};
  }
  const tangent = below / above;
  const cos = 0.5 / Math.sqrt(0.25 + 0.25 * tangent * tangent);
  return {cos, sin: cos * tangent};
}

/** Solves the first `rank` rows of an upper triangular system, in place. */
function backSubstitute(triangle: Float64Array, right: Float64Array, rank: number): Float64Array {
  const n = right.length;
  for (let j = rank - 1; j >= 0; --j) {
    right[j] /= triangle[j * n + j];
    for (let i = 0; i < j; ++i) right[i] -= triangle[i * n + j] * right[j];
  }
  return right;
}

function inOrder(columns: Int32Array, values: Float64Array): Float64Array {
  const ordered = new Float64Array(values.length);
  columns.forEach((column, j) => {
    ordered[column] = values[j];
  });
  return ordered;
}

const scaled = (step: Float64Array, scale: Float64Array) => step.map((value, j) => scale[j] * value);
