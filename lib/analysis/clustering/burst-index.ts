/** Spikes nearer than this (s) belong to a burst. */
const BURST = 0.006;

/**
 * The share of intervals between spikes that are shorter than 6 ms (Mizuseki et al. 2012, Hippocampus 22: 1659). NaN
 * for fewer than two intervals.
 * @param train ascending spike times (s)
 */
export function burstIndex(train: ArrayLike<number>): number {
  const intervals = train.length - 1;
  if (intervals < 2) return Number.NaN;
  let short = 0;
  for (let i = 0; i < intervals; ++i) if (train[i + 1] - train[i] < BURST) ++short;
  return short / intervals;
}
