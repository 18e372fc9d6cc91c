import {
  c50,
  f1F0,
  globalDirectionSelectivity,
  globalOrientationSelectivity,
  levelsOf,
  modulationIndex,
  preferredLevel
} from "../../analysis/metrics/index.js";
import type {AnalysisContext, MetricsOfUnit, StimulusAnalysis} from "./stimulus-analysis.js";
import {recordingOf, type StimulusRecording} from "./stimulus-recording.js";
import {UnitResponses} from "./unit-responses.js";

const CONTRAST_STIMULUS = "drifting_gratings_contrast";

/** Fourteen metrics of the drifting gratings; c50_dg needs gratings of several contrasts, and is NaN without. */
export const driftingGratings: StimulusAnalysis = {
  knownNames: ["drifting_gratings", "drifting_gratings_75_repeats"],
  trialDuration: 2,
  blanks: (recording) => Array.from(recording.parameter("temporal_frequency"), (value) => value === null),
  prepare
};

async function prepare({session, recording}: AnalysisContext): Promise<MetricsOfUnit> {
  const names = await session.stimulusNames();
  const contrast = names.includes(CONTRAST_STIMULUS)
    ? await recordingOf(session, [CONTRAST_STIMULUS], recording.trialDuration)
    : null;
  const orientations = recording.parameter("orientation") as ArrayLike<number>;
  const temporalFrequencies = recording.parameter("temporal_frequency") as ArrayLike<number>;
  const byOrientation = levelsOf(orientations);
  const byFrequency = levelsOf(temporalFrequencies);
  return (responses) => {
    const orientation = preferredLevel(byOrientation, responses.spikeMeans);
    const frequency = preferredLevel(byFrequency, responses.spikeMeans);
    const tuned = (byFrequency.conditions[byFrequency.values.indexOf(frequency.value)] ?? [])
      .slice()
      .sort((a, b) => orientations[a] - orientations[b]);
    const tuning = tuned.map((condition) => responses.spikeMeans[condition]);
    const shown = temporalFrequencies[responses.preferred];
    const centres = responses.binCentres;
    const running = responses.runningModulation;
    return {
      pref_ori_dg: orientation.value,
      pref_ori_multi_dg: orientation.isTied,
      pref_tf_dg: frequency.value,
      pref_tf_multi_dg: frequency.isTied,
      c50_dg: contrast ? contrastC50(contrast, responses.train, orientation.value) : Number.NaN,
      f1_f0_dg: f1F0(responses.preferredCounts, centres.length, shown, centres[centres.length - 1]),
      mod_idx_dg: modulationIndex(responses.preferredPsth, shown, samplingRate(centres)),
      g_osi_dg: globalOrientationSelectivity(byOrientation.values, tuning),
      g_dsi_dg: globalDirectionSelectivity(byOrientation.values, tuning),
      firing_rate_dg: responses.firingRate,
      fano_dg: responses.fanoFactor,
      lifetime_sparseness_dg: responses.lifetimeSparseness,
      run_pval_dg: running.pValue,
      run_mod_dg: running.modulation
    };
  };
}

/** Bins per second. */
const samplingRate = (centres: Float64Array) => (centres.length - 1) / (centres[centres.length - 1] - centres[0]);

/** Of the gratings with several contrasts at the orientation that is preferred in those with one. */
function contrastC50(recording: StimulusRecording, train: Float64Array, orientation: number): number {
  const orientations = recording.parameter("orientation");
  const contrasts = recording.parameter("contrast") as ArrayLike<number>;
  const conditions = recording.conditionIds
    .map((_, condition) => condition)
    .filter((condition) => orientations[condition] === orientation)
    .sort((a, b) => recording.presentationsOf[a][0] - recording.presentationsOf[b][0]);
  const {spikeMeans} = new UnitResponses(recording, train, () => false);
  return c50(
    conditions.map((condition) => contrasts[condition]),
    conditions.map((condition) => spikeMeans[condition])
  );
}
