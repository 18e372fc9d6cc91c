import type {TimeWindow} from "../../session/index.js";
import type {RowTable} from "../../words/index.js";
import type {PredictorName} from "./predict.js";
import {type RepeatedCondition, repeatedConditions} from "./repeated-conditions.js";

/** In place of trials, where no predictor needs them. */
const NO_TRIALS: readonly RepeatedCondition[] = [
  {id: "none", name: "needed for the shift predictor only", onsets: [], duration: 0}
];

/**
 * The conditions whose presentations may be compared, the most frequent first. The tables of stimuli are asked for only
 * for the predictor that needs them: a full session has 70,000 presentations.
 */
export async function trialChoices(
  predictorName: PredictorName,
  session: {stimulusPresentations(): Promise<RowTable>; stimulusConditions(): Promise<RowTable>},
  stretch: TimeWindow
): Promise<readonly RepeatedCondition[]> {
  if (predictorName !== "shift") return NO_TRIALS;
  return repeatedConditions(await session.stimulusPresentations(), await session.stimulusConditions(), stretch);
}
