import type {HIERARCHY_SCORES} from "../../words/index.js";

/** A visual area of the hierarchy. */
export type HierarchyArea = keyof typeof HIERARCHY_SCORES;

/** How a metric of units depends on the hierarchy: exp(log median + slope · score + mouse + unit), or the same without exp. */
export interface MetricModel {
  /** The median at a score of 0. */
  median: number;
  /** Per unit of the score. */
  slope: number;
  /** Standard deviations from mouse to mouse, and from unit to unit of a mouse. */
  mouse: number;
  unit: number;
  /** Whether all of this is of the logarithm. */
  logarithmic: boolean;
}

/**
 * The metrics of the project's units, by AllenSDK's names. Siegle et al. 2021 found that along the hierarchy responses come
 * later, receptive fields are larger, and responses to drifting gratings follow their phase less. Slopes are round numbers of
 * that sign and order, not a fit. Running modulation has no slope: what does not depend on the hierarchy must not be found
 * to.
 */
export const METRIC_MODELS = {
  /** s */
  time_to_peak_fl: {median: 0.075, slope: 0.35, mouse: 0.08, unit: 0.25, logarithmic: true},
  /** deg² */
  area_rf: {median: 330, slope: 0.55, mouse: 0.15, unit: 0.5, logarithmic: true},
  mod_idx_dg: {median: 1, slope: -0.7, mouse: 0.15, unit: 0.6, logarithmic: true},
  run_mod_dg: {median: 0.1, slope: 0, mouse: 0.06, unit: 0.25, logarithmic: false}
} as const satisfies Record<string, MetricModel>;

/** AllenSDK's name of a metric of the project. */
export type HierarchyMetric = keyof typeof METRIC_MODELS;
