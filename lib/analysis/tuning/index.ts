/**
 * How the responses of units depend on what is shown.
 *
 * @module neuropixels-notebook/analysis/tuning
 */

export {
  globalDirectionSelectivity,
  globalOrientationSelectivity
} from "../metrics/global-orientation-selectivity.js";
export {circularPeriod} from "./circular-period.js";
export {type DoubleVonMises, fitDoubleVonMises} from "./double-von-mises.js";
export {
  type DoubleVonMisesIntervals,
  doubleVonMisesIntervals,
  type FittedResponses,
  NARROWEST_HALF_WIDTH
} from "./double-von-mises-intervals.js";
export {preferredConditions} from "./preferred-conditions.js";
export {responsesOfUnit} from "./responses-of-unit.js";
export {type MeanResponses, type TuningCurve, tuningCurve} from "./tuning-curve.js";
export {type TuningSignificanceOptions, tuningSignificance} from "./tuning-significance.js";
