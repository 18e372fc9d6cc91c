import {pairwiseSum} from "../statistics/pairwise-sum.js";

/**
 * The global orientation selectivity index |Σ r e^(2iθ)| / Σ r, one minus the circular variance (Ringbach et al. 2002):
 * 0 for a unit that answers all orientations alike, 1 for one that answers one only (and its opposite direction).
 * NaN without responses, or if there are not as many responses as directions.
 * @param directions degrees
 * @param responses of the unit to each
 */
export function globalOrientationSelectivity(directions: ArrayLike<number>, responses: ArrayLike<number>): number {
  return resultantLength(directions, responses, 2);
}

/**
 * The global direction selectivity index |Σ r e^(iθ)| / Σ r: 1 for a unit that answers one direction only.
 * NaN as for {@link globalOrientationSelectivity}.
 */
export function globalDirectionSelectivity(directions: ArrayLike<number>, responses: ArrayLike<number>): number {
  return resultantLength(directions, responses, 1);
}

/** The length of the mean of unit vectors at a multiple of each angle, weighted by responses. */
function resultantLength(directions: ArrayLike<number>, responses: ArrayLike<number>, multiple: number): number {
  const total = pairwiseSum(responses);
  if (directions.length === 0 || directions.length !== responses.length || total === 0) return Number.NaN;
  const angles = Float64Array.from(directions, (direction) => multiple * ((direction / 180) * Math.PI));
  const along = pairwiseSum(angles.map((angle, i) => responses[i] * Math.cos(angle)));
  const across = pairwiseSum(angles.map((angle, i) => responses[i] * Math.sin(angle)));
  return Math.hypot(along, across) / total;
}
