import {DataArray} from "../../array/index.js";
import {AnalysisError} from "../analysis-error.js";
import {meanOverRows} from "../counting/mean-over-rows.js";
import {ownLabels} from "./own-labels.js";

/** The mean rate of units around onsets. */
export interface PeristimulusHistogram {
  /** Hz; unit_id × time_relative_to_stimulus_onset. NaN over no presentation. */
  rate: DataArray<Float64Array>;
  /** Hz; standard deviation over presentations (with n − 1) / √n. NaN for fewer than two presentations. */
  sem: DataArray<Float64Array>;
  /** Over how many presentations. */
  n: number;
}

/**
 * The peristimulus time histogram of each unit, with its standard error.
 * @param counts presentations × time × unit_id, as `peristimulusCounts` or a session's `presentationwiseSpikeCounts`
 * @param binEdges s; of the bins along time
 * @param rows indices of the presentations to average, e.g. of one condition; all, if not given
 * @throws {AnalysisError} `wrong-shape` if the counts have not three dimensions, or other bins; `wrong-argument` for a
 * row that is not there, or edges that do not ascend
 */
export function peristimulusHistogram(
  counts: DataArray,
  binEdges: ArrayLike<number>,
  rows: ArrayLike<number> = Uint32Array.from({length: counts.shape[0] ?? 0}, (_, row) => row)
): PeristimulusHistogram {
  const [presentations, bins, units] = counts.shape;
  if (counts.shape.length !== 3 || binEdges.length !== bins + 1) {
    const [expected, found] = ["presentations × bins × units, and one edge more than bins", counts.shape.join(" × ")];
    throw new AnalysisError("wrong-shape", {path: "counts", expected, found, remedy: "Give the edges of its bins."});
  }
  for (let bin = 0; bin < bins; ++bin) {
    if (binEdges[bin] < binEdges[bin + 1] && Number.isFinite(binEdges[bin + 1] - binEdges[bin])) continue;
    const [expected, found] = ["edges that ascend", `${binEdges[bin]} before ${binEdges[bin + 1]}`];
    throw new AnalysisError("wrong-argument", {path: "binEdges", expected, found, remedy: "Give them in order, in s."});
  }
  for (let k = 0; k < rows.length; ++k) {
    if (Number.isInteger(rows[k]) && rows[k] >= 0 && rows[k] < presentations) continue;
    const [expected, found] = [`indices from 0 to ${presentations - 1}`, `${rows[k]}`];
    throw new AnalysisError("wrong-argument", {path: "rows", expected, found, remedy: "Give indices, not ids."});
  }
  const {mean, sem} = meanOverRows(counts.values, bins * units, rows);
  const [, timeDim, unitDim] = counts.dims;
  const perUnit = (name: string, values: Float64Array) => {
    const rates = new Float64Array(values.length);
    for (let bin = 0; bin < bins; ++bin) {
      const width = binEdges[bin + 1] - binEdges[bin];
      for (let unit = 0; unit < units; ++unit) rates[unit * bins + bin] = values[bin * units + unit] / width;
    }
    const coords = ownLabels(counts, [unitDim, timeDim]);
    return new DataArray({name, dims: [unitDim, timeDim], coords, values: rates});
  };
  return {rate: perUnit("rate", mean), sem: perUnit("sem", sem), n: rows.length};
}
