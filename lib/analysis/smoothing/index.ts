/**
 * Values smoothed over time.
 *
 * @module neuropixels-notebook/analysis/smoothing
 */

export {movingMean} from "./moving-mean.js";
export {RUNNING_WINDOW} from "./running-window.js";
