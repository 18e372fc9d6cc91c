/** The mean over repeats with its standard error, bin by bin. */
export interface MeanOverRows {
  mean: Float64Array;
  /** Standard deviation (with n − 1) divided by √n; NaN for fewer than two rows. */
  sem: Float64Array;
  /** Over how many rows. */
  n: number;
}

/**
 * The mean response over repeats, e.g. the peristimulus time histogram of a unit over presentations.
 * @param values rows × bins in C order
 * @param bins how many values a row has
 * @param rows which rows to average; all, if not given
 * @param scale what to multiply by, e.g. 1 / bin width (s) to make counts rates in Hz
 */
export function meanOverRows(
  values: ArrayLike<number>,
  bins: number,
  rows: ArrayLike<number> = Uint32Array.from({length: bins > 0 ? values.length / bins : 0}, (_, row) => row),
  scale = 1
): MeanOverRows {
  const n = rows.length;
  const mean = new Float64Array(bins);
  const sem = new Float64Array(bins);
  for (let k = 0; k < n; ++k) {
    for (let bin = 0; bin < bins; ++bin) mean[bin] += values[rows[k] * bins + bin];
  }
  for (let bin = 0; bin < bins; ++bin) mean[bin] /= n;
  for (let k = 0; k < n; ++k) {
    for (let bin = 0; bin < bins; ++bin) sem[bin] += (values[rows[k] * bins + bin] - mean[bin]) ** 2;
  }
  for (let bin = 0; bin < bins; ++bin) {
    sem[bin] = n > 1 ? scale * Math.sqrt(sem[bin] / (n - 1) / n) : Number.NaN;
    mean[bin] *= scale;
  }
  return {mean, sem, n};
}
