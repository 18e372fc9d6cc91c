import {levelsOf, preferredLevel} from "../../analysis/metrics/index.js";
import type {AnalysisContext, MetricsOfUnit, StimulusAnalysis} from "./stimulus-analysis.js";

/** Ten metrics of the moving dots. */
export const DOT_MOTION: StimulusAnalysis = {
  knownNames: ["motion_stimulus", "dot_motion"],
  trialDuration: 1,
  prepare
};

function prepare({recording}: AnalysisContext): MetricsOfUnit {
  const [bySpeed, byDirection] = [levelsOf(recording.parameter("Speed")), levelsOf(recording.parameter("Dir"))];
  return (responses) => {
    const speed = preferredLevel(bySpeed, responses.spikeMeans);
    const direction = preferredLevel(byDirection, responses.spikeMeans);
    const running = responses.runningModulation;
    return {
      pref_speed_dm: speed.value,
      pref_speed_multi_dm: speed.isTied,
      pref_dir_dm: direction.value,
      pref_dir_multi_dm: direction.isTied,
      firing_rate_dm: responses.firingRate,
      fano_dm: responses.fanoFactor,
      time_to_peak_dm: responses.timeToPeak,
      lifetime_sparseness_dm: responses.lifetimeSparseness,
      run_mod_dm: running.modulation,
      run_pval_dm: running.pValue
    };
  };
}
