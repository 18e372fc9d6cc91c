import {AnalysisError} from "../analysis-error.js";

/** The spans in which spikes are counted, in s from the onset of a pulse: [start, stop), stop left out. */
export interface LightWindows {
  evoked: readonly [start: number, stop: number];
  baseline: readonly [start: number, stop: number];
  /** The span whose spikes are given, where it is not all there is: a window that reaches beyond it would have too low a rate. */
  given?: readonly [start: number, stop: number];
}

/** How a unit answers the pulses of light. */
export interface LightResponse {
  /** Mean rate in the evoked and in the baseline span, over all pulses (spikes/s). */
  evokedRate: number;
  baselineRate: number;
  /** evokedRate / (baselineRate + 1), which stays finite for silent units. */
  ratio: number;
  /** The share of pulses with at least one spike in the evoked span. */
  reliability: number;
  /** The median time of the first spike in the evoked span (s), over the pulses that have one; NaN without any. */
  latency: number;
  /** The standard deviation of these times (s); NaN for fewer than two. */
  jitter: number;
}

/**
 * The windows that the Allen Institute's notebook on optotagging takes for 10 ms pulses: 1 to 9 ms after the onset, which
 * leaves out the artefacts of switching the light on and off, against 10 to 2 ms before it.
 */
export const LIGHT_WINDOWS: LightWindows = {evoked: [0.001, 0.009], baseline: [-0.01, -0.002]};

/**
 * How a unit answers pulses of light. A unit of the class that the light drives answers most pulses, soon, and with little
 * jitter; one that only hears from its neighbours answers later, and less surely.
 * @param spikes for each pulse, the spikes around its onset, in s from it
 * @throws {AnalysisError} `wrong-argument` if a window reaches beyond the span whose spikes are given
 */
export function lightResponse(spikes: readonly ArrayLike<number>[], windows = LIGHT_WINDOWS): LightResponse {
  const {evoked, baseline, given = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]} = windows;
  for (const [name, [start, stop]] of Object.entries({evoked, baseline}))
    if (start < given[0] || stop > given[1])
      throw new AnalysisError("wrong-argument", {
        path: name,
        expected: `a window within the ${given.join(" to ")} s whose spikes are given`,
        found: `${start} to ${stop} s`,
        remedy: "Give the spikes of a longer span, or take a shorter window."
      });
  const pulses = spikes.length;
  let [inEvoked, inBaseline] = [0, 0];
  const first: number[] = [];
  for (const train of spikes) {
    let earliest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < train.length; ++i) {
      if (train[i] >= baseline[0] && train[i] < baseline[1]) ++inBaseline;
      if (!(train[i] >= evoked[0] && train[i] < evoked[1])) continue;
      ++inEvoked;
      earliest = Math.min(earliest, train[i]);
    }
    if (Number.isFinite(earliest)) first.push(earliest);
  }
  const evokedRate = inEvoked / pulses / (evoked[1] - evoked[0]);
  const baselineRate = inBaseline / pulses / (baseline[1] - baseline[0]);
  return {
    evokedRate,
    baselineRate,
    ratio: evokedRate / (baselineRate + 1),
    reliability: first.length / pulses,
    latency: median(first),
    jitter: standardDeviation(first)
  };
}

function median(values: number[]): number {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function standardDeviation(values: number[]): number {
  if (values.length < 2) return Number.NaN;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
