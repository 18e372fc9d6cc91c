import {cholesky, choleskySolve, type Matrix, zeros} from "../linear-algebra/index.js";
import {softmaxRows} from "./linear-decoder.js";

const MOST_STEPS = 20;
/** Per trial: what rounding leaves of the sums of probabilities. */
const ROUNDING = 1e-15;

/**
 * What to add to the scores of each class, in all trials alike, so that the sum over trials of −log p(class) is least: then the
 * probabilities of each class sum to its trials. By Newton's method, which stops where it no longer gets nearer, as of classes
 * that are told apart without a doubt.
 * @param scores trials × classes
 */
export function bestIntercepts(scores: Matrix, labels: ArrayLike<number>): Float64Array {
  const {rows, columns: classes} = scores;
  const p = zeros(rows, classes);
  const expectedLess = (intercepts: Float64Array): Float64Array => {
    for (let at = 0; at < p.values.length; ++at) p.values[at] = scores.values[at] + intercepts[at % classes];
    softmaxRows(p);
    const surplus = new Float64Array(classes);
    for (let at = 0; at < p.values.length; ++at) surplus[at % classes] += p.values[at];
    for (let i = 0; i < rows; ++i) --surplus[labels[i]];
    return surplus;
  };
  let intercepts: Float64Array = new Float64Array(classes);
  let surplus = expectedLess(intercepts);
  for (let step = 0; step < MOST_STEPS && lengthOf(surplus) > ROUNDING * rows; ++step) {
    const factor = cholesky(curvatureOf(p));
    if (!factor) break;
    const {values} = choleskySolve(factor, {rows: 1, columns: classes, values: surplus});
    const next = intercepts.map((value, k) => value - values[k]);
    const rest = expectedLess(next);
    if (!(lengthOf(rest) < lengthOf(surplus))) break;
    [intercepts, surplus] = [next, rest];
  }
  return intercepts;
}

/** Σ diag(p) − p · pᵀ over trials; that all scores may change alike without any effect is left out. */
function curvatureOf({rows, columns: classes, values: p}: Matrix): Matrix {
  const curvature = zeros(classes, classes);
  for (let i = 0; i < rows; ++i) {
    for (let k = 0, at = i * classes; k < classes; ++k) {
      for (let l = 0; l <= k; ++l) curvature.values[k * classes + l] -= p[at + k] * p[at + l];
      curvature.values[k * classes + k] += p[at + k];
    }
  }
  const trace = curvature.values.reduce((sum, value, at) => (at % (classes + 1) === 0 ? sum + value : sum), 0);
  return {...curvature, values: curvature.values.map((value) => value + trace / classes ** 2)};
}

const lengthOf = (values: Float64Array) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
