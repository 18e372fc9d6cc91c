import {DataArray} from "../../array/index.js";
import {AnalysisError} from "../analysis-error.js";
import {countSpikes, type SpikeCountOptions, type SpikeCounts} from "../counting/spike-counts.js";

/**
 * Spike counts in bins around onsets.
 *
 * @example
 * const counts = peristimulusCounts(trains, onsets, linspace(-0.1, 0.4, 51), {binarize: true});
 *
 * @param trains ascending spike times (s) of each unit, by id
 * @param onsets s
 * @param binEdges s from the onset, ascending; a bin is [left, right), or, with `edges: "closed"`, [left, right]
 * @returns onset × time_relative_to_stimulus_onset (the middle of each bin, s) × unit_id
 * @throws {AnalysisError} `wrong-argument` for fewer than two edges, edges that do not ascend, or an onset that is NaN
 */
export function peristimulusCounts(
  trains: ReadonlyMap<number, Float64Array>,
  onsets: ArrayLike<number>,
  binEdges: ArrayLike<number>,
  {edges = "half-open", binarize = false, bits}: Partial<SpikeCountOptions> = {}
): DataArray<SpikeCounts> {
  const n = binEdges.length;
  for (let k = 0; k < Math.max(2, n); ++k) {
    if (Number.isFinite(binEdges[k]) && (k === 0 || binEdges[k] > binEdges[k - 1])) continue;
    wrong("binEdges", "at least two bin edges that ascend", `${binEdges[k]} as edge ${k} of ${n}`);
  }
  const domain = new Float64Array(onsets.length * n);
  for (let row = 0; row < onsets.length; ++row) {
    if (!Number.isFinite(onsets[row])) wrong("onsets", "times", `${onsets[row]} at ${row}`);
    for (let k = 0; k < n; ++k) domain[row * n + k] = onsets[row] + binEdges[k];
  }
  return new DataArray({
    name: "spike_counts",
    dims: ["onset", "time_relative_to_stimulus_onset", "unit_id"],
    coords: {
      onset: Float64Array.from(onsets),
      time_relative_to_stimulus_onset: Float64Array.from(
        {length: n - 1},
        (_, k) => binEdges[k] + (binEdges[k + 1] - binEdges[k]) / 2
      ),
      unit_id: Float64Array.from(trains.keys())
    },
    values: countSpikes([...trains.values()], domain, n, {edges, binarize, bits})
  });
}

function wrong(path: string, expected: string, found: string): never {
  throw new AnalysisError("wrong-argument", {path, expected, found, remedy: "Give times in seconds."});
}
