/**
 * The metrics of AllenSDK's stimulus analysis, of a session.
 *
 * @module neuropixels-notebook/stimulus-metrics
 */

export {
  type AnalyzedStimulus,
  analyzedStimuli,
  type StimulusMetricsOptions,
  stimulusMetrics
} from "./stimulus-metrics.js";
export {unitAnalysisMetrics} from "./unit-analysis-metrics.js";
