/**
 * The time at which a peristimulus time histogram is greatest, for the first time; NaN if it is empty. Without spikes
 * that is its first bin.
 * @param times the middle of each bin (s)
 */
export function timeToPeak(psth: ArrayLike<number>, times: ArrayLike<number>): number {
  const peak = Array.prototype.indexOf.call(psth, greatestOf(psth));
  return peak < 0 ? Number.NaN : times[peak];
}

/** The greatest of values, NaN left out; −∞ of none. */
export function greatestOf(values: ArrayLike<number>): number {
  let greatest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; ++i) if (values[i] > greatest) greatest = values[i];
  return greatest;
}
