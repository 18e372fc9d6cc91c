/** Where the counts of a correlogram lie if only what surrogates keep made them. */
export interface ConfidenceBand {
  /** The predictor: the mean over surrogates of the counts in each bin. */
  mean: Float64Array;
  /** Of each bin by itself: a share `level` of surrogates is outside, half of it below and half above. */
  lower: Float64Array;
  upper: Float64Array;
  /** Of all bins together: a share `level` of surrogates is outside in any bin. */
  simultaneousLower: Float64Array;
  simultaneousUpper: Float64Array;
  surrogates: number;
  level: number;
}

/**
 * The confidence bands of surrogates: quantiles of each bin; and for all bins together the mean ± as many standard
 * deviations as keep the greatest deviation of a surrogate within them (Amarasingham et al. 2012).
 * @param surrogates counts, a row each; at least one
 */
export function confidenceBand(surrogates: readonly ArrayLike<number>[], level: number): ConfidenceBand {
  const n = surrogates.length;
  const bins = surrogates[0].length;
  const zeros = () => new Float64Array(bins);
  const [mean, deviation, lower, upper] = [zeros(), zeros(), zeros(), zeros()];
  for (let bin = 0; bin < bins; ++bin) {
    const values = Float64Array.from(surrogates, (counts) => counts[bin]).sort();
    mean[bin] = values.reduce((sum, value) => sum + value, 0) / n;
    deviation[bin] = Math.sqrt(values.reduce((sum, value) => sum + (value - mean[bin]) ** 2, 0) / n);
    lower[bin] = quantile(values, level / 2);
    upper[bin] = quantile(values, 1 - level / 2);
  }
  const greatest = Float64Array.from(surrogates, (counts) => {
    let most = 0;
    for (let bin = 0; bin < bins; ++bin) {
      if (deviation[bin] > 0) most = Math.max(most, Math.abs(counts[bin] - mean[bin]) / deviation[bin]);
    }
    return most;
  }).sort();
  const reach = quantile(greatest, 1 - level);
  const [simultaneousLower, simultaneousUpper] = [-reach, reach].map((factor) =>
    mean.map((value, bin) => value + factor * deviation[bin])
  );
  return {mean, lower, upper, simultaneousLower, simultaneousUpper, surrogates: n, level};
}

/** The quantile of ascending values by linear interpolation, as numpy's by default. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
}
