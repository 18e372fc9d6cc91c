import type {JitterPredictor, LagOptions, ShiftPredictor} from "../../analysis/correlograms/index.js";
import type {LongTaskOptions} from "../../analysis/workers/index.js";
import type {RunTask} from "./compare-pairs.js";
import type {PairOfTrains} from "./pair-of-trains.js";
import type {RepeatedCondition} from "./repeated-conditions.js";

/** What says how a correlogram would look if the units knew nothing of each other. */
export const PREDICTOR_NAMES = ["jitter", "shift"] as const;

export type PredictorName = (typeof PREDICTOR_NAMES)[number];

/** What a prediction is made from. */
export interface PredictorSettings {
  predictorName: PredictorName;
  pair: PairOfTrains;
  lags: Required<LagOptions>;
  /** Of jitter: within what each spike is moved (ms), how often, and the seed of the random numbers. */
  intervalMs: number;
  surrogates: number;
  seed: number;
  /** Of shift: the presentations that are compared. */
  trials: RepeatedCondition | null;
}

/** Has a correlogram and what is expected of it computed. Rejects where no condition was repeated. */
export async function predict(
  {predictorName, pair, lags, intervalMs, surrogates, seed, trials}: PredictorSettings,
  run: RunTask,
  long: LongTaskOptions
): Promise<JitterPredictor | ShiftPredictor> {
  const trains = {fixed: pair.fixedTrain, moving: pair.movingTrain, ...lags};
  if (predictorName === "jitter") {
    return run("jitterPredictor", {...trains, interval: intervalMs / 1000, surrogates, seed}, long);
  }
  if (!trials || trials.onsets.length < 2) throw new Error("No condition was repeated in this stretch.");
  return run("shiftPredictor", {...trains, onsets: trials.onsets, trial: [0, trials.duration]}, long);
}
