import {imageSelectivity, levelsOf, preferredLevel} from "../../analysis/metrics/index.js";
import type {AnalysisContext, MetricsOfUnit, StimulusAnalysis} from "./stimulus-analysis.js";
import type {StimulusRecording} from "./stimulus-recording.js";

/** The frame number of a presentation without an image. */
const BLANK = -1;

/**
 * Nine metrics of the natural scenes. As in AllenSDK, pref_image_ns is the id of the preferred stimulus condition, not
 * the number of the image.
 */
export const NATURAL_SCENES: StimulusAnalysis = {
  knownNames: ["natural_scenes", "natural_images", "natural images"],
  trialDuration: 0.25,
  blanks,
  prepare
};

function blanks(recording: StimulusRecording): boolean[] {
  return Array.from(recording.parameter("frame"), (frame) => frame === BLANK);
}

function prepare({recording}: AnalysisContext): MetricsOfUnit {
  const isBlank = blanks(recording);
  const frames = Array.from(recording.parameter("frame"), (frame) => (Number(frame) >= 0 ? frame : null));
  const byImage = levelsOf(frames);
  return (responses) => {
    const running = responses.runningModulation;
    return {
      pref_image_ns: recording.conditionIds[responses.preferred] ?? Number.NaN,
      image_selectivity_ns: imageSelectivity(responses.spikeMeans.filter((_, condition) => !isBlank[condition])),
      firing_rate_ns: responses.firingRate,
      fano_ns: responses.fanoFactor,
      time_to_peak_ns: responses.timeToPeak,
      lifetime_sparseness_ns: responses.lifetimeSparseness,
      run_pval_ns: running.pValue,
      run_mod_ns: running.modulation,
      pref_images_multi_ns: preferredLevel(byImage, responses.spikeMeans).isTied
    };
  };
}
