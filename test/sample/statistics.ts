/** Small brute-force statistics that the tests of the sample compare with its ground truth. */

/** How many spikes lie in [start, stop). */
export function countSpikes(spikes: Float64Array, start: number, stop: number): number {
  let [low, high] = [0, spikes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spikes[middle] < start) low = middle + 1;
    else high = middle;
  }
  let count = 0;
  while (low + count < spikes.length && spikes[low + count] < stop) count++;
  return count;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

/** Pearson's correlation. */
export function correlation(x: readonly number[], y: readonly number[]): number {
  const [meanX, meanY] = [mean(x), mean(y)];
  let [xy, xx, yy] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    xy += (x[i] - meanX) * (y[i] - meanY);
    xx += (x[i] - meanX) ** 2;
    yy += (y[i] - meanY) ** 2;
  }
  return xy / Math.sqrt(xx * yy);
}

/** Values by key, in order of first appearance. */
export function groupBy<T, K>(values: readonly T[], key: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const group = groups.get(key(value));
    if (group) group.push(value);
    else groups.set(key(value), [value]);
  }
  return groups;
}

/** The angle between two directions of a circle of the given period, degrees: 0 to half the period. */
export function angleBetween(a: number, b: number, period: number): number {
  const difference = (((a - b) % period) + period) % period;
  return Math.min(difference, period - difference);
}
