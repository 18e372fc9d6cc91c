/** Events of several sources in one order. */
export interface MergedEvents {
  /** Ascending (s). */
  times: Float64Array;
  /** The source of each event, as its place among the sources. */
  sources: Int32Array;
  /** A number that goes with each event. */
  labels: Int32Array;
}

/**
 * Merges events that ascend within each source. Events at the same time stay in the order of their sources.
 * Pairs of neighbours are merged again and again, so that n events of k sources take n · log k steps.
 */
export function mergeTrains(times: readonly Float64Array[], labels: readonly Int32Array[]): MergedEvents {
  let runs: MergedEvents[] = times.map((train, source) => ({
    times: train,
    sources: new Int32Array(train.length).fill(source),
    labels: labels[source]
  }));
  while (runs.length > 1) {
    runs = Array.from({length: Math.ceil(runs.length / 2)}, (_, i) =>
      2 * i + 1 < runs.length ? mergePair(runs[2 * i], runs[2 * i + 1]) : runs[2 * i]
    );
  }
  return runs[0] ?? {times: new Float64Array(), sources: new Int32Array(), labels: new Int32Array()};
}

function mergePair(a: MergedEvents, b: MergedEvents): MergedEvents {
  const length = a.times.length + b.times.length;
  const merged = {times: new Float64Array(length), sources: new Int32Array(length), labels: new Int32Array(length)};
  for (let k = 0, i = 0, j = 0; k < length; ++k) {
    const fromA = j === b.times.length || (i < a.times.length && a.times[i] <= b.times[j]);
    const from = fromA ? a : b;
    const position = fromA ? i++ : j++;
    merged.times[k] = from.times[position];
    merged.sources[k] = from.sources[position];
    merged.labels[k] = from.labels[position];
  }
  return merged;
}
