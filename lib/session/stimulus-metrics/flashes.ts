import {onOffRatio, sustainedIndex} from "../../analysis/metrics/index.js";
import type {AnalysisContext, MetricsOfUnit, StimulusAnalysis} from "./stimulus-analysis.js";

/** Eight metrics of the full-field flashes. */
export const FLASHES: StimulusAnalysis = {
  knownNames: ["flash"],
  namesAreBeginnings: true,
  trialDuration: 0.25,
  prepare
};

function prepare({recording}: AnalysisContext): MetricsOfUnit {
  const colors = Array.from(recording.parameter("color"));
  const [light, dark] = [colors.indexOf(1), colors.indexOf(-1)];
  return (responses) => {
    const {spikeMeans} = responses;
    const running = responses.runningModulation;
    return {
      on_off_ratio_fl: onOffRatio(spikeMeans[light], spikeMeans[dark]),
      sustained_idx_fl: sustainedIndex(responses.preferredPsth),
      firing_rate_fl: responses.firingRate,
      time_to_peak_fl: responses.timeToPeak,
      fano_fl: responses.fanoFactor,
      lifetime_sparseness_fl: responses.lifetimeSparseness,
      run_pval_fl: running.pValue,
      run_mod_fl: running.modulation
    };
  };
}
