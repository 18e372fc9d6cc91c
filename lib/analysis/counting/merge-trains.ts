import {atOnce, type Steps} from "../long-task.js";

/** The spikes of several trains in the order of time. */
export interface MergedTrains {
  /** s, ascending. */
  times: Float64Array;
  /** The index of each spike's train in the list. */
  trains: Int32Array;
}

/**
 * Merges ascending spike trains, neighbours two by two until one is left: n spikes of k trains take n · log k steps. Spikes
 * at the same time stay in the order of their trains.
 * @param trains s
 */
export function mergeTrains(trains: readonly ArrayLike<number>[]): MergedTrains {
  return atOnce(mergeSteps(trains));
}

/** {@link mergeTrains} in steps; how far they are is not told. */
export function* mergeSteps(trains: readonly ArrayLike<number>[]): Steps<MergedTrains> {
  const total = trains.reduce((sum, train) => sum + train.length, 0);
  let times = new Float64Array(total);
  let labels = new Int32Array(total);
  let ends: number[] = [];
  let end = 0;
  trains.forEach((train, label) => {
    times.set(train, end);
    end += train.length;
    labels.fill(label, end - train.length, end);
    ends.push(end);
  });
  let otherTimes = new Float64Array(total);
  let otherLabels = new Int32Array(total);
  while (ends.length > 1) {
    const merged: number[] = [];
    for (let run = 0; run < ends.length; run += 2) {
      yield 0;
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
  return {times, trains: labels};
}
