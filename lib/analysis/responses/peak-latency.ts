import {DataArray} from "../../array/index.js";
import {AnalysisError} from "../analysis-error.js";
import {ownLabels} from "./own-labels.js";

/**
 * When each unit answers most: the time of the first maximum of its rate.
 * @param rates unit_id × time (s), e.g. a peristimulus histogram
 * @param window s, [from, to): which times are looked at
 * @returns unit_id; s. NaN for a unit whose rate is the same at all times of the window, or that has none in it
 * @throws {AnalysisError} `wrong-shape` unless there are two dimensions
 */
export function peakLatency(
  rates: DataArray,
  [from, to]: readonly [from: number, to: number]
): DataArray<Float64Array> {
  if (rates.dims.length !== 2) {
    const [expected, found] = ["units × times", `${rates.dims.length} dimensions`];
    throw new AnalysisError("wrong-shape", {path: "rates", expected, found, remedy: "Average over presentations."});
  }
  const [unitDim, timeDim] = rates.dims;
  const times = rates.coords[timeDim];
  const latencies = Float64Array.from(rates.coords[unitDim], (_, unit) => {
    let [peak, least, latency] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NaN];
    for (let i = 0; i < times.length; ++i) {
      if (!(times[i] >= from && times[i] < to)) continue;
      const rate = rates.values[unit * times.length + i];
      if (rate > peak) [peak, latency] = [rate, times[i]];
      if (rate < least) least = rate;
    }
    return peak > least ? latency : Number.NaN;
  });
  return new DataArray({
    name: "peak_latency",
    dims: [unitDim],
    coords: ownLabels(rates, [unitDim]),
    values: latencies
  });
}
