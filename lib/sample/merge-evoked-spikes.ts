/**
 * A train of spikes with evoked ones added. One that would fall within the absolute refractory period of a neighbour,
 * before or after it, fails.
 *
 * @param train seconds, ascending
 * @param evoked seconds, in any order; is sorted
 */
export function mergeEvokedSpikes(train: readonly number[], evoked: number[], refractory: number): number[] {
  evoked.sort((a, b) => a - b);
  const merged: number[] = [];
  let next = 0;
  for (const time of evoked) {
    while (next < train.length && train[next] <= time) merged.push(train[next++]);
    const before = merged.length > 0 ? merged[merged.length - 1] : Number.NEGATIVE_INFINITY;
    const after = next < train.length ? train[next] : Number.POSITIVE_INFINITY;
    if (time - before > refractory && after - time > refractory) merged.push(time);
  }
  while (next < train.length) merged.push(train[next++]);
  return merged;
}
