import type {Steps} from "../long-task.js";

/** The solution of a support vector machine of two classes. */
export interface SupportVectors {
  /** For each trial its weight times its sign: 0 for those that support nothing. */
  coefficients: Float64Array;
  /** What is added to the weighted sum of kernels. */
  intercept: number;
}

const FLAT = 1e-12;
/** So many comparisons of trials are one step: a few ms. */
const PART = 2 ** 20;

/**
 * Solves the dual of the C-support vector classifier by sequential minimal optimization, with the pair of most
 * violation by second order (Fan, Chen and Lin 2005); the intercept as libsvm takes it from trials within the bounds.
 * @param kernel trials × trials in C order
 * @param signs 1 or −1 for each trial
 * @param tolerance the violation of the optimality conditions at which to stop
 */
export function* sequentialMinimalOptimization(
  kernel: Float64Array,
  signs: Int8Array,
  {c, tolerance}: {c: number; tolerance: number}
): Steps<SupportVectors> {
  const n = signs.length;
  const alpha = new Float64Array(n);
  const gradient = new Float64Array(n).fill(-1);
  const mayRise = (t: number) => (signs[t] > 0 ? alpha[t] < c : alpha[t] > 0);
  const mayFall = (t: number) => (signs[t] > 0 ? alpha[t] > 0 : alpha[t] < c);
  const most = Math.max(10_000_000, 100 * n);

  for (let step = 0; step < most; ++step) {
    if ((step + 1) % Math.ceil(PART / n) === 0) yield 0; // how many there will be is not known
    let [i, steepest] = [-1, Number.NEGATIVE_INFINITY];
    for (let t = 0; t < n; ++t) {
      if (!mayRise(t) || -signs[t] * gradient[t] < steepest) continue;
      steepest = -signs[t] * gradient[t];
      i = t;
    }
    if (i < 0) break;
    let [j, lowest, best] = [-1, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let t = 0; t < n; ++t) {
      if (!mayFall(t)) continue;
      const slope = -signs[t] * gradient[t];
      if (slope < lowest) lowest = slope;
      const violation = steepest - slope;
      if (violation <= 0) continue;
      const bend = Math.max(FLAT, kernel[i * n + i] + kernel[t * n + t] - 2 * kernel[i * n + t]);
      const gain = -(violation * violation) / bend;
      if (gain <= best) [j, best] = [t, gain];
    }
    if (j < 0 || steepest - lowest < tolerance) break;
    const bend = Math.max(FLAT, kernel[i * n + i] + kernel[j * n + j] - 2 * kernel[i * n + j]);
    const wanted = (steepest + signs[j] * gradient[j]) / bend;
    const roomI = signs[i] > 0 ? c - alpha[i] : alpha[i];
    const roomJ = signs[j] > 0 ? alpha[j] : c - alpha[j];
    const move = Math.min(wanted, roomI, roomJ);
    // At a bound exactly, so that what stands there is told from what stands near.
    alpha[i] = move === roomI ? (signs[i] > 0 ? c : 0) : alpha[i] + signs[i] * move;
    alpha[j] = move === roomJ ? (signs[j] > 0 ? 0 : c) : alpha[j] - signs[j] * move;
    for (let t = 0; t < n; ++t) gradient[t] += signs[t] * move * (kernel[i * n + t] - kernel[j * n + t]);
  }

  let [free, sum, lower, upper] = [0, 0, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let t = 0; t < n; ++t) {
    const value = signs[t] * gradient[t];
    if (alpha[t] > 0 && alpha[t] < c) {
      ++free;
      sum += value;
    } else if (mayRise(t)) upper = Math.min(upper, value);
    else lower = Math.max(lower, value);
  }
  const intercept = -(free > 0 ? sum / free : (lower + upper) / 2);
  return {coefficients: alpha.map((value, t) => value * signs[t]), intercept};
}
