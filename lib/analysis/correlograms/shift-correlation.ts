import {AnalysisError} from "../analysis-error.js";
import {type LongTaskOptions, takingTurns} from "../long-task.js";
import {finiteTimes} from "./finite-times.js";

/** How trains are cut into bins. */
export interface ShiftCorrelationOptions extends LongTaskOptions {
  /** Where the first bin begins; s. */
  start: number;
  /** s, 0.001 by default. */
  binWidth?: number;
  /** How many bins there are; spikes outside them do not count. */
  bins: number;
}

/** The most bins: counts of each are held. */
const MOST_BINS = 2 ** 28;

/**
 * The tutorial's cross-correlation: the moving train is shifted by each offset, both trains are counted in bins
 * ⌊(time − start) / width⌋, and Pearson's correlation of the counts is taken. Beware of the sign: spikes of the moving
 * train that follow the fixed ones by 2 ms show at an offset of −2 ms, where shifting brings them together.
 *
 * @example
 * const offsets = linspace(-0.05, 0.05, 101); // s
 * const r = await shiftCorrelation(fixed, moving, offsets, {start: 0, binWidth: 0.001, bins: 60_000});
 *
 * @param fixed spike times (s), ascending
 * @param moving spike times (s), ascending
 * @param offsets s
 * @returns a correlation for each offset; NaN where the counts of a train are the same in all bins
 * @throws {AnalysisError} `wrong-argument` for bins that make no sense, or times that do not ascend; what the signal was
 * aborted with
 */
export async function shiftCorrelation(
  fixed: ArrayLike<number>,
  moving: ArrayLike<number>,
  offsets: ArrayLike<number>,
  {start, binWidth = 0.001, bins, ...options}: ShiftCorrelationOptions
): Promise<Float64Array> {
  if (!(binWidth > 0 && Number.isFinite(start) && Number.isInteger(bins) && bins > 0 && bins <= MOST_BINS)) {
    throw new AnalysisError("wrong-argument", {
      path: "start, binWidth, bins",
      expected: `a time, a positive width (s) and 1 to ${MOST_BINS} bins`,
      found: `${start}, ${binWidth} and ${bins}`,
      remedy: "Choose the stretch of time to compare."
    });
  }
  const turn = takingTurns(options);
  const [own, others] = [finiteTimes(fixed), finiteTimes(moving)];
  const counts = new Uint32Array(bins);
  for (const time of own) {
    const bin = Math.floor((time - start) / binWidth);
    if (bin >= 0 && bin < bins) ++counts[bin];
  }
  let [x, xx] = [0, 0];
  for (let bin = 0; bin < bins; ++bin) {
    x += counts[bin];
    xx += counts[bin] * counts[bin];
  }
  const correlationAt = (offset: number) => {
    // Sums over bins of the moving counts, run by run: they are 0 nearly everywhere. All sums are whole numbers.
    let [y, yy, xy] = [0, 0, 0];
    for (let i = 0, bin = -1, run = 0; i < others.length; ++i) {
      const next = Math.floor((others[i] + offset - start) / binWidth);
      if (!(next >= 0 && next < bins)) continue;
      run = next === bin ? run + 1 : 1;
      bin = next;
      y += 1;
      yy += 2 * run - 1;
      xy += counts[bin];
    }
    const [varianceX, varianceY] = [bins * xx - x * x, bins * yy - y * y];
    if (varianceX === 0 || varianceY === 0) return Number.NaN;
    return (bins * xy - x * y) / Math.sqrt(varianceX) / Math.sqrt(varianceY);
  };
  const correlations = new Float64Array(offsets.length);
  for (let k = 0; k < offsets.length; ++k) {
    correlations[k] = correlationAt(offsets[k]);
    await turn((k + 1) / offsets.length);
  }
  return correlations;
}
