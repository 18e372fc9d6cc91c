import {AnalysisError} from "../analysis-error.js";
import {leastSquares} from "../fitting/least-squares.js";

/** A curve of direction tuning with two bumps of one width, half a turn apart. */
export interface DoubleVonMises {
  /** Degrees, 0 to 360: where the higher bump is. NaN if the responses are all the same. */
  preferredDirection: number;
  /** The height of the bump at the preferred direction above the offset, and of that at the opposite one. */
  amplitude: number;
  oppositeAmplitude: number;
  /** The response far from both. */
  offset: number;
  /** κ of the bumps exp(κ (cos(θ − preferred) − 1)): the greater, the narrower; below 50. NaN as the direction. */
  concentration: number;
  /** Half the width of a bump at half its height, degrees. NaN as the direction. */
  halfWidth: number;
  /** Of the variance of the mean responses the share that the curve explains; NaN if they have none. */
  rSquared: number;
  /** The curve at a direction (degrees). */
  at(direction: number): number;
}

/** Narrower bumps are between the directions that are shown, and no longer found by any response. */
export const MOST_CONCENTRATION = 50;
const PARAMETERS = 5;
const RADIANS = Math.PI / 180;

/**
 * Fits the sum of two von Mises bumps of one width, at a direction and at its opposite, and an offset to the responses
 * of a unit (Swindale 1998), by least squares from each direction as the first guess. It is of directions, 0 to 360°:
 * static gratings have orientations of 0 to 180°, where the two bumps are one and the same.
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

  const errorOf = (parameters: Float64Array) => angles.map((angle, i) => curve(parameters, angle) - values[i]);
  const sumOfSquares = (parameters: Float64Array) => errorOf(parameters).reduce((sum, error) => sum + error ** 2, 0);
  const height = Math.sqrt(most - least);
  let best: Float64Array | null = null;
  for (const angle of new Set(angles)) {
    const {parameters} = leastSquares(errorOf, [least, height, height / 2, -3, angle * RADIANS]);
    if (best === null || sumOfSquares(parameters) < sumOfSquares(best)) best = parameters;
  }
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return described(best!, 1 - sumOfSquares(best!) / variance);
}

/** Amplitudes are squares and κ lies on a sigmoid, so that no parameter has bounds. */
function curve(
  [offset, root, oppositeRoot, concentration, preferred]: ArrayLike<number> & Iterable<number>,
  angle: number
): number {
  const kappa = MOST_CONCENTRATION / (1 + Math.exp(-concentration));
  const cosine = Math.cos(angle * RADIANS - preferred);
  return offset + root ** 2 * Math.exp(kappa * (cosine - 1)) + oppositeRoot ** 2 * Math.exp(kappa * (-cosine - 1));
}

function described(parameters: Float64Array, rSquared: number): DoubleVonMises {
  const [offset, root, oppositeRoot, sigmoid, preferred] = parameters;
  const concentration = MOST_CONCENTRATION / (1 + Math.exp(-sigmoid));
  const isOpposite = oppositeRoot ** 2 > root ** 2;
  const degrees = (preferred / RADIANS + (isOpposite ? 180 : 0)) % 360;
  return {
    preferredDirection: degrees < 0 ? degrees + 360 : degrees,
    amplitude: Math.max(root ** 2, oppositeRoot ** 2),
    oppositeAmplitude: Math.min(root ** 2, oppositeRoot ** 2),
    offset,
    concentration,
    halfWidth: halfWidthOf(concentration),
    rSquared,
    at: (direction) => curve(parameters, direction)
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
    at: () => offset
  };
}
