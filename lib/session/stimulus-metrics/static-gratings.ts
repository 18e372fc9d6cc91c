import {globalOrientationSelectivity, levelsOf, preferredLevel} from "../../analysis/metrics/index.js";
import type {AnalysisContext, MetricsOfUnit, StimulusAnalysis} from "./stimulus-analysis.js";

/** Thirteen metrics of the static gratings. */
export const staticGratings: StimulusAnalysis = {
  knownNames: ["static_gratings"],
  trialDuration: 0.25,
  blanks: (recording) => Array.from(recording.parameter("spatial_frequency"), (value) => value === null),
  prepare
};

function prepare({recording}: AnalysisContext): MetricsOfUnit {
  const orientations = recording.parameter("orientation") as ArrayLike<number>;
  const frequencies = recording.parameter("spatial_frequency");
  const phases = recording.parameter("phase");
  const [byOrientation, byFrequency, byPhase] = [orientations, frequencies, phases].map(levelsOf);
  return (responses) => {
    const {spikeMeans} = responses;
    const frequency = preferredLevel(byFrequency, spikeMeans);
    const orientation = preferredLevel(byOrientation, spikeMeans);
    const phase = preferredLevel(byPhase, spikeMeans);
    const tuned = recording.conditionIds
      .map((_, condition) => condition)
      .filter((condition) => frequencies[condition] === frequency.value && phases[condition] === phase.value)
      .sort((a, b) => orientations[a] - orientations[b]);
    const running = responses.runningModulation;
    return {
      pref_sf_sg: frequency.value,
      pref_sf_multi_sg: frequency.isTied,
      pref_ori_sg: orientation.value,
      pref_ori_multi_sg: orientation.isTied,
      pref_phase_sg: phase.value,
      pref_phase_multi_sg: phase.isTied,
      g_osi_sg: globalOrientationSelectivity(
        byOrientation.values,
        tuned.map((condition) => spikeMeans[condition])
      ),
      time_to_peak_sg: responses.timeToPeak,
      firing_rate_sg: responses.firingRate,
      fano_sg: responses.fanoFactor,
      lifetime_sparseness_sg: responses.lifetimeSparseness,
      run_pval_sg: running.pValue,
      run_mod_sg: running.modulation
    };
  };
}
