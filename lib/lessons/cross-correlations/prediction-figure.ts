import {type JitterPredictor, MONOSYNAPTIC_LAGS, type ShiftPredictor} from "../../analysis/correlograms/index.js";
import type {CorrelogramBars} from "./correlogram-figure.js";
import type {PredictorSettings} from "./predict.js";

/**
 * A cross-correlogram with what a predictor expects of it.
 * @param prediction null or undefined where there is none yet
 */
export function predictionFigure(
  prediction: JitterPredictor | ShiftPredictor | null | undefined,
  settings: PredictorSettings
) {
  if (!prediction) return {empty: "Nothing is predicted yet: see the line above.", caption: ""};
  const {predictorName, intervalMs, seed, trials} = settings;
  const {correlogram, surrogates} = prediction;
  const bars: CorrelogramBars = {edges: correlogram.edges, values: correlogram.counts};
  return {
    data: [bars] as [CorrelogramBars],
    options: {
      label: "pairs of spikes",
      prediction: {...prediction, name: predictorName},
      marked: MONOSYNAPTIC_LAGS,
      ariaLabel: `Cross-correlogram with the ${predictorName} predictor`,
      ariaDescription: "Bars over lags, a line for the predictor, and two bands around it"
    },
    caption:
      predictorName === "jitter"
        ? `${surrogates} surrogates, in which each spike of the moving unit is placed anew within its interval of ${intervalMs} ms; seed ${seed}.`
        : `Spikes within ${trials?.onsets.length} presentations of ${trials?.name}; one surrogate for each of ${surrogates} shifts.`
  };
}
