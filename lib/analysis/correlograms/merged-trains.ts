/** The spikes of several trains in the order of time. */
export interface MergedTrains {
  /** s, ascending. */
  times: Float64Array;
  /** The place of each spike's train in the list. */
  trains: Int32Array;
}

/** Merges ascending spike trains, neighbours two by two until one is left; spikes at NaN or infinity are left out. */
export function mergeTrains(trains: readonly ArrayLike<number>[]): MergedTrains {
  const total = trains.reduce((sum, train) => sum + train.length, 0);
  let times = new Float64Array(total);
  let labels = new Int32Array(total);
  let ends: number[] = [];
  let end = 0;
  trains.forEach((train, label) => {
    for (let i = 0; i < train.length; ++i) {
      if (!Number.isFinite(train[i])) continue;
      times[end] = train[i];
      labels[end++] = label;
    }
    ends.push(end);
  });
  let otherTimes = new Float64Array(total);
  let otherLabels = new Int32Array(total);
  while (ends.length > 1) {
    const merged: number[] = [];
    for (let run = 0; run < ends.length; run += 2) {
      const [start, middle, stop] = [ends[run - 1] ?? 0, ends[run], ends[run + 1] ?? ends[run]];
      for (let i = start, j = middle, k = start; k < stop; ++k) {
        const from = j >= stop || (i < middle && times[i] <= times[j]) ? i++ : j++;
        otherTimes[k] = times[from];
        otherLabels[k] = labels[from];
      }
      merged.push(stop);
    }
    [times, otherTimes] = [otherTimes, times];
    [labels, otherLabels] = [otherLabels, labels];
    ends = merged;
  }
  return {times: times.subarray(0, end), trains: labels.subarray(0, end)};
}
