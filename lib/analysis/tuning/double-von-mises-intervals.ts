import {AnalysisError} from "../analysis-error.js";
import {type DoubleVonMises, halfWidthOf, MOST_CONCENTRATION} from "./double-von-mises.js";

/** Between which values (degrees) two numbers of a fitted curve may lie. */
export interface DoubleVonMisesIntervals {
  /** Around the fitted direction; it may reach below 0 or above 360. 180 wide when every direction would do. */
  preferredDirection: readonly [low: number, high: number];
  /** From the narrowest bump that a fit may have, {@link NARROWEST_HALF_WIDTH}, to 90. */
  halfWidth: readonly [low: number, high: number];
}

/** Half the width at half height of the narrowest bump that is fitted, degrees. */
export const NARROWEST_HALF_WIDTH = halfWidthOf(MOST_CONCENTRATION);

/** χ² of one degree of freedom that luck exceeds in 5 % of cases. */
const CRITICAL = 3.8415;

/** Degrees between the directions that are tried, and how many concentrations are, in equal ratios. */
const STEP = 1;
const CONCENTRATIONS = 60;
const LEAST_CONCENTRATION = 0.05;

/**
 * The 95 % intervals of the preferred direction and of the half-width of `fitDoubleVonMises`, by profile likelihood: all
 * values for which a curve, with its other parameters chosen anew, is no more than 3.84 variances of a mean further from
 * the responses, in squares, than the best one. Unlike an error from derivatives, this says so when the directions that
 * were shown leave a width open: a bump between two of them may be arbitrarily narrow.
 * @returns NaN where the fit is none, or no standard error is known
 * @throws {AnalysisError} `wrong-shape` if there is not a response and a standard error for each direction
 */
export function doubleVonMisesIntervals(
  fit: DoubleVonMises,
  {directions, responses, sem, copies = 1}: FittedResponses
): DoubleVonMisesIntervals {
  if (directions.length !== responses.length || directions.length !== sem.length) {
    const expected = `a response and a standard error for each of ${directions.length} directions`;
    const found = `${responses.length} and ${sem.length}`;
    throw new AnalysisError("wrong-shape", {path: "sem", expected, found, remedy: "Give one of both for each."});
  }
  const known = Array.from(directions, (_, i) => i).filter((i) => Number.isFinite(responses[i] + directions[i]));
  const errors = known.map((i) => sem[i]).filter(Number.isFinite);
  const none: DoubleVonMisesIntervals = {
    preferredDirection: [Number.NaN, Number.NaN],
    halfWidth: [Number.NaN, Number.NaN]
  };
  if (errors.length === 0 || Number.isNaN(fit.preferredDirection)) return none;
  const angles = known.map((i) => directions[i]);
  const values = known.map((i) => responses[i]);
  const variance = errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length;
  const best = values.reduce((sum, value, i) => sum + (value - fit.at(angles[i])) ** 2, 0);
  const limit = best + CRITICAL * variance * copies;

  const preferred: [number, number] = [fit.preferredDirection, fit.preferredDirection];
  const width: [number, number] = [fit.halfWidth, fit.halfWidth];
  for (let step = 0; step < CONCENTRATIONS; step++) {
    const ratio = step / (CONCENTRATIONS - 1);
    const concentration = LEAST_CONCENTRATION * (MOST_CONCENTRATION / LEAST_CONCENTRATION) ** ratio;
    for (let away = -90; away <= 90; away += STEP) {
      const direction = fit.preferredDirection + away;
      if (leastSquares(angles, values, direction, concentration) > limit) continue;
      widen(preferred, direction);
      widen(width, halfWidthOf(concentration));
    }
  }
  return {preferredDirection: preferred, halfWidth: width};
}

/** What a curve was fitted to. */
export interface FittedResponses {
  /** Degrees. */
  directions: ArrayLike<number>;
  responses: ArrayLike<number>;
  /** Standard error of each response; their mean square stands for the variance of all, as in the fit. */
  sem: ArrayLike<number>;
  /** How often each measured response stands among the responses, 1 by default: 2 where an orientation stands for two directions. */
  copies?: number;
}

function widen(range: [number, number], value: number): void {
  range[0] = Math.min(range[0], value);
  range[1] = Math.max(range[1], value);
}

/**
 * The sum of squares that is left when offset and the two amplitudes, none negative, are chosen best for bumps of a
 * direction and concentration: least squares with both bumps, with one of them, or with none. In plain loops, as it is
 * asked for thousands of bumps.
 */
function leastSquares(angles: number[], values: number[], direction: number, concentration: number): number {
  const n = angles.length;
  let [a, b, y, aa, bb, ab, ay, by, yy] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const cosine = Math.cos(((angles[i] - direction) * Math.PI) / 180);
    const [first, second, value] = [
      Math.exp(concentration * (cosine - 1)),
      Math.exp(concentration * (-cosine - 1)),
      values[i]
    ];
    a += first;
    b += second;
    y += value;
    aa += first * first;
    bb += second * second;
    ab += first * second;
    ay += first * value;
    by += second * value;
    yy += value * value;
  }
  // of the deviations from their means: the offset is free
  aa -= (a * a) / n;
  bb -= (b * b) / n;
  ab -= (a * b) / n;
  ay -= (a * y) / n;
  by -= (b * y) / n;
  yy -= (y * y) / n;
  const determinant = aa * bb - ab * ab;
  const [height, opposite] = [(ay * bb - by * ab) / determinant, (by * aa - ay * ab) / determinant];
  if (determinant > 1e-12 * aa * bb && height >= 0 && opposite >= 0) return yy - height * ay - opposite * by;
  const alone = (own: number, withValues: number) => (own > 0 && withValues > 0 ? yy - withValues ** 2 / own : yy);
  return Math.min(alone(aa, ay), alone(bb, by));
}
