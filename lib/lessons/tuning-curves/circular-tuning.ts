import type {DoubleVonMises} from "../../analysis/tuning/index.js";

/** How a unit is tuned around a circle. */
export interface CircularTuning {
  /** AllenSDK's name of the parameter. */
  parameter: string;
  /** After how many degrees it comes round; null if it is no angle. */
  period: 180 | 360 | null;
  /** The index of orientation selectivity, 0 to 1. */
  osi: number;
  /** The index of direction selectivity, 0 to 1. */
  dsi: number;
  /** The curve through the means; null if none could be fitted. */
  fit: DoubleVonMises | null;
}

/** Whether a curve was fitted, and means something: its search converged, on responses that are not all alike. */
export function isFitted(fit: DoubleVonMises | null): fit is DoubleVonMises {
  return fit !== null && Number.isFinite(fit.rSquared) && fit.converged;
}

/** The height of the lower peak beside the higher one, in whole per cent; null if both are flat. */
export function oppositePeak({amplitude, oppositeAmplitude}: DoubleVonMises): number | null {
  return amplitude > 0 ? Math.round((100 * oppositeAmplitude) / amplitude) : null;
}
