import {AnalysisError} from "../analysis-error.js";
import {type LeastSquaresFit, leastSquares} from "../fitting/least-squares.js";

/** A curve of direction tuning with two bumps of one width, half a turn apart. */
export interface DoubleVonMises {
  /** Degrees, 0 to 360: where the higher bump is. NaN if the responses are all the same. */
  preferredDirection: number;
  /**
   * The height of the bump at the preferred direction above the offset, and of that at the opposite one: at most three times the
   * range of the mean responses.
   */
  amplitude: number;
  oppositeAmplitude: number;
  /** The response far from both: at most twice that range below the least response, and not above the greatest. */
  offset: number;
  /** κ of the bumps exp(κ (cos(θ − preferred) − 1)): the greater, the narrower; at most 50. NaN as the direction. */
  concentration: number;
  /** Half the width of a bump at half its height, degrees. NaN as the direction. */
  halfWidth: number;
  /** Of the variance of the mean responses the share that the curve explains; NaN if they have none. */
  rSquared: number;
  /** Whether the search for the least squares ended where they are least; if not, the curve is the best that it came by. */
  converged: boolean;
  /** The curve at a direction (degrees). */
  at(direction: number): number;
}

/** Narrower bumps are between the directions that are shown, and no longer found by any response. */
export const MOST_CONCENTRATION = 50;
/** Wider ones are cosines. */
const LEAST_CONCENTRATION = 1e-3;
const PARAMETERS = 5;
const RADIANS = Math.PI / 180;

/**
 * Fits the sum of two von Mises bumps of one width, at a direction and at its opposite, and an offset to the responses
 * of a unit (Swindale 1998), by least squares from each direction as the first guess. It is of directions, 0 to 360°:
 * static gratings have orientations of 0 to 180°, where the two bumps are one and the same. Heights and offset are bounded,
 * as responses at a few directions tell wide bumps upon a low offset, or narrow ones between two directions, from any others
 * only by their noise.
 * @param directions degrees
 * @param responses to each; NaN is left out
 * @throws {AnalysisError} `too-few-data` for responses to fewer directions than the curve has parameters, five;
 * `wrong-shape` if there is not a response for each direction
 */
export function fitDoubleVonMises(directions: ArrayLike<number>, responses: ArrayLike<number>): DoubleVonMises {
  if (directions.length !== responses.length) {
    const [expected, found] = [`a response for each of ${directions.length} directions`, `${responses.length}`];
    throw new AnalysisError("wrong-shape", {path: "responses", expected, found, remedy: "Give one for each."});
  }
  const known = Array.from(directions, (_, i) => i).filter((i) => Number.isFinite(responses[i] + directions[i]));
  const angles = Float64Array.from(known, (i) => directions[i]);
  const values = Float64Array.from(known, (i) => responses[i]);
  if (new Set(angles).size < PARAMETERS) {
    const found = `${new Set(angles).size}`;
    const expected = `responses to at least ${PARAMETERS} directions`;
    throw new AnalysisError("too-few-data", {path: "directions", expected, found, remedy: "Show more directions."});
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (least === most) return flat(least);

  const bounds = boundsOf(least, most);
  const errorOf = (parameters: Float64Array) => {
    const at = curve(parameters, bounds);
    return angles.map((angle, i) => at(angle) - values[i]);
  };
  const sumOfSquares = (parameters: Float64Array) => errorOf(parameters).reduce((sum, error) => sum + error ** 2, 0);
  let best: LeastSquaresFit | null = null;
  for (const angle of new Set(angles)) {
    const fit = leastSquares(errorOf, [...FIRST_SHARES.map((share) => Math.asin(Math.sqrt(share))), angle * RADIANS]);
    if (best === null || sumOfSquares(fit.parameters) < sumOfSquares(best.parameters)) best = fit;
  }
  const {parameters, converged} = best!;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const at = curve(parameters, bounds);
  return {...described(parameters, bounds), rSquared: 1 - sumOfSquares(parameters) / variance, converged, at};
}

/** The least and the most of offset, both amplitudes, and κ. */
function boundsOf(least: number, most: number): Bounds {
  const range = most - least;
  return [
    [least - 2 * range, most],
    [0, 3 * range],
    [0, 3 * range],
    [LEAST_CONCENTRATION, MOST_CONCENTRATION]
  ];
}

type Bounds = readonly (readonly [least: number, most: number])[];

/** How far between the bounds the search begins: at the least response, with bumps of its range and of a quarter of it. */
const FIRST_SHARES = [2 / 3, 1 / 3, 1 / 12, 0.05];

/** Offset, amplitudes, and κ of parameters that have no bounds themselves: they lie between theirs as the square of a sine does. */
function bounded(parameters: Float64Array, bounds: Bounds): number[] {
  return bounds.map(([least, most], i) => least + (most - least) * Math.sin(parameters[i]) ** 2);
}

function curve(parameters: Float64Array, bounds: Bounds): (angle: number) => number {
  const [offset, amplitude, opposite, kappa] = bounded(parameters, bounds);
  const preferred = parameters[bounds.length];
  return (angle) => {
    const cosine = Math.cos(angle * RADIANS - preferred);
    return offset + amplitude * Math.exp(kappa * (cosine - 1)) + opposite * Math.exp(kappa * (-cosine - 1));
  };
}

function described(parameters: Float64Array, bounds: Bounds) {
  const [offset, amplitude, opposite, concentration] = bounded(parameters, bounds);
  const degrees = (parameters[bounds.length] / RADIANS + (opposite > amplitude ? 180 : 0)) % 360;
  return {
    preferredDirection: degrees < 0 ? degrees + 360 : degrees,
    amplitude: Math.max(amplitude, opposite),
    oppositeAmplitude: Math.min(amplitude, opposite),
    offset,
    concentration,
    halfWidth: halfWidthOf(concentration)
  };
}

/** Half the width of a bump at half its height, degrees: from 90 for the broadest down. */
export function halfWidthOf(concentration: number): number {
  const halfCosine = 1 + Math.log((1 + Math.exp(-2 * concentration)) / 2) / concentration;
  return Math.acos(Math.max(-1, Math.min(1, halfCosine))) / RADIANS;
}

function flat(offset: number): DoubleVonMises {
  return {
    preferredDirection: Number.NaN,
    amplitude: 0,
    oppositeAmplitude: 0,
    offset,
    concentration: Number.NaN,
    halfWidth: Number.NaN,
    rSquared: Number.NaN,
    converged: true,
    at: () => offset
  };
}
