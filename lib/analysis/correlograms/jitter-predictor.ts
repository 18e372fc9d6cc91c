import {AnalysisError} from "../analysis-error.js";
import {type LongTaskOptions, takingTurns} from "../long-task.js";
import type {RandomSource} from "../statistics/seeded-random.js";
import {type ConfidenceBand, confidenceBand} from "./confidence-band.js";
import {type Correlogram, crossCorrelogram} from "./cross-correlogram.js";
import type {LagOptions} from "./lag-bins.js";

/** How surrogates are drawn. */
export interface JitterOptions extends LagOptions, LongTaskOptions {
  random: RandomSource;
  /** Each spike is moved within its interval of this length; s, 0.02 by default. Slower co-variation is kept. */
  interval?: number;
  /** 200 by default. */
  surrogates?: number;
  /** 0.05 by default. */
  level?: number;
}

/** A correlogram and what is expected of it where spikes are not timed more finely than the jitter. */
export interface JitterPredictor extends ConfidenceBand {
  correlogram: Correlogram;
}

/**
 * The interval-jitter predictor of a cross-correlogram: in each surrogate every spike of the moving train is placed
 * anew, uniformly in its interval [k Δ, (k + 1) Δ), so that the counts in every interval stay as they are (Date,
 * Bienenstock and Geman 1998; Amarasingham et al. 2012). What stands out of the bands is timed more finely than Δ.
 *
 * @example
 * const {mean, lower, upper} = await jitterPredictor(fixed, moving, {interval: 0.02, random: seededRandom(1)});
 *
 * @throws {AnalysisError} `wrong-argument` for an interval that is not positive, a level that is no probability, no
 * surrogates, or times that do not ascend; what the signal was aborted with
 */
export async function jitterPredictor(
  fixed: ArrayLike<number>,
  moving: ArrayLike<number>,
  {random, interval = 0.02, surrogates = 200, level = 0.05, ...options}: JitterOptions
): Promise<JitterPredictor> {
  if (
    !(
      interval > 0 &&
      Number.isFinite(interval) &&
      Number.isInteger(surrogates) &&
      surrogates >= 1 &&
      level > 0 &&
      level < 1
    )
  ) {
    throw new AnalysisError("wrong-argument", {
      path: "interval, surrogates, level",
      expected: "a positive interval (s), one surrogate or more and a level between 0 and 1",
      found: `${interval}, ${surrogates} and ${level}`,
      remedy: "Give others."
    });
  }
  const turn = takingTurns(options);
  const correlogram = crossCorrelogram(fixed, moving, options);
  const rows: Uint32Array[] = [];
  await turn(0);
  for (let k = 0; k < surrogates; ++k) {
    // A plain loop: copying through a function takes twice as long.
    const jittered = new Float64Array(moving.length);
    for (let i = 0; i < jittered.length; ++i) jittered[i] = (Math.floor(moving[i] / interval) + random()) * interval;
    jittered.sort();
    await turn(k / surrogates);
    rows.push(crossCorrelogram(fixed, jittered, options).counts);
    await turn((k + 1) / surrogates);
  }
  return {correlogram, ...confidenceBand(rows, level)};
}
