import {AnalysisError} from "../analysis-error.js";
import {type LongTaskOptions, takingTurns} from "../long-task.js";
import type {AllCorrelograms} from "./all-cross-correlograms.js";
import {type SharpPeak, type SharpPeakOptions, sharpPeakTest} from "./sharp-peak.js";

/** Two units of which the first seems to excite the second. */
export interface PutativeConnection extends SharpPeak {
  /** Indices in the list of trains. */
  presynaptic: number;
  postsynaptic: number;
}

/**
 * The pairs of units whose cross-correlogram has a peak as sharp and as early as a monosynaptic connection makes it.
 * Every pair is tested in both directions by {@link sharpPeak}; p is of all tests together (Bonferroni), so that where
 * there is no connection, one is found with a probability of `level` at most.
 * Spikes that light evoked must be left out before, by `spikesOutside` the optogenetic pulses: light drives tagged units
 * at one latency, which looks like a connection.
 *
 * @example
 * const correlograms = await allCrossCorrelograms(trains, {window: 0.025, binWidth: 0.0005});
 * const connections = await putativeConnections(correlograms, {level: 0.01});
 *
 * @param level 0.01 by default
 * @returns ascending by p
 * @throws {AnalysisError} `wrong-argument` for a level that is no probability; what the signal was aborted with
 */
export async function putativeConnections(
  correlograms: AllCorrelograms,
  {level = 0.01, ...options}: SharpPeakOptions & LongTaskOptions & {level?: number} = {}
): Promise<PutativeConnection[]> {
  if (!(level > 0 && level < 1)) {
    const [expected, found] = ["a probability between 0 and 1", `${level}`];
    throw new AnalysisError("wrong-argument", {path: "level", expected, found, remedy: "Give 0.01, for instance."});
  }
  const turn = takingTurns(options);
  const {spikes} = correlograms;
  const tests = spikes.length * (spikes.length - 1);
  const test = sharpPeakTest(correlograms, options);
  const found: PutativeConnection[] = [];
  for (let presynaptic = 0; presynaptic < spikes.length; ++presynaptic) {
    for (let postsynaptic = 0; postsynaptic < spikes.length; ++postsynaptic) {
      if (presynaptic === postsynaptic) continue;
      const peak = test(correlograms.between(presynaptic, postsynaptic).counts, spikes[presynaptic]);
      const p = Math.min(1, peak.p * tests);
      if (p <= level) found.push({presynaptic, postsynaptic, ...peak, p});
    }
    await turn((presynaptic + 1) / spikes.length);
  }
  return found.sort((a, b) => a.p - b.p);
}
