import {AnalysisError} from "../analysis-error.js";
import {upperBound} from "../counting/bounds.js";

/** What y is, on average, where x is in each bin. */
export interface MeanByBin {
  /** NaN for an empty bin. */
  mean: Float64Array;
  /** Standard deviation (with n − 1) / √n; NaN for fewer than two. */
  sem: Float64Array;
  n: Uint32Array;
}

/**
 * The mean of y in bins of x, e.g. noise correlation by signal correlation or by distance. Pairs of which either is NaN,
 * or x is in no bin, are left out.
 * @param edges ascending; a bin is [left, right), the last one [left, right]
 * @throws {AnalysisError} `wrong-shape` if there are not as many y as x
 */
export function meanByBin(x: ArrayLike<number>, y: ArrayLike<number>, edges: ArrayLike<number>): MeanByBin {
  if (x.length !== y.length) {
    const [expected, found] = [`${x.length} values, one for each x`, `${y.length}`];
    throw new AnalysisError("wrong-shape", {path: "y", expected, found, remedy: "Give both of the same pairs."});
  }
  const bins = Math.max(0, edges.length - 1);
  // A plain loop: there are half a million pairs of a thousand units.
  const bin = new Int32Array(x.length).fill(-1);
  for (let i = 0; i < x.length; ++i) {
    if (Number.isNaN(x[i]) || Number.isNaN(y[i]) || x[i] > edges[bins]) continue;
    bin[i] = Math.min(upperBound(edges, x[i]) - 1, bins - 1);
  }
  return meanByGroup(y, bin, bins);
}

/** The mean of values by group; a group of −1 is none. */
export function meanByGroup(values: ArrayLike<number>, group: Int32Array, groups: number): MeanByBin {
  const mean = new Float64Array(groups);
  const sem = new Float64Array(groups);
  const n = new Uint32Array(groups);
  group.forEach((own, i) => {
    if (own < 0) return;
    mean[own] += values[i];
    ++n[own];
  });
  for (let own = 0; own < groups; ++own) mean[own] /= n[own];
  group.forEach((own, i) => {
    if (own >= 0) sem[own] += (values[i] - mean[own]) ** 2;
  });
  for (let own = 0; own < groups; ++own)
    sem[own] = n[own] > 1 ? Math.sqrt(sem[own] / (n[own] - 1) / n[own]) : Number.NaN;
  return {mean, sem, n};
}
