import type {JitterPredictor, ShiftPredictor} from "../../analysis/correlograms/index.js";
import {countedText} from "../../words/index.js";
import type {PredictorSettings} from "./predict.js";

/**
 * How many bins stand above the outer band of a predictor, and what it expects of the highest bin.
 * @param prediction null or undefined where there is none yet
 */
export function answerBand(
  prediction: JitterPredictor | ShiftPredictor | null | undefined,
  {predictorName, intervalMs}: PredictorSettings
): string {
  const why =
    "With an interval of 3 ms a spike that follows at 2 ms stays within a few milliseconds of where it was, and so does the peak: the predictor contains part of it, too. An interval has to be several times as long as what you look for.";
  if (!prediction) return why;
  const {counts} = prediction.correlogram;
  const above = counts.filter((count, k) => count > prediction.simultaneousUpper[k]).length;
  const top = counts.indexOf(Math.max(...counts));
  const interval = predictorName === "jitter" ? ` and an interval of ${intervalMs} ms` : "";
  const bins = `${above} of ${countedText(counts.length, "bins")}, with the ${predictorName} predictor${interval}.`;
  const highest = `The highest bin holds ${countedText(counts[top], "pairs")}, where it expects ${prediction.mean[top].toFixed(1)}.`;
  return `${bins} ${highest} ${why}`;
}
