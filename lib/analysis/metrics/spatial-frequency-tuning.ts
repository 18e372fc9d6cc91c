import {leastSquares} from "../fitting/least-squares.js";

/** A curve fitted to responses by spatial frequency. Frequencies are in cycles per degree. */
export interface SpatialFrequencyTuning {
  /** The frequency the curve prefers, in octaves above 0.02; where the best of those shown is the first or last, its index. */
  preferredIndex: number;
  preferredFrequency: number;
  /** Where the curve falls to half its maximum below the preferred frequency; NaN if it does not, or is not looked for. */
  lowCutoff: number;
  /** The same above. */
  highCutoff: number;
}

type Curve = (x: number, parameters: Float64Array) => number;

const gaussian: Curve = (x, [height, centre, width]) => height * Math.exp(-((x - centre) ** 2) / (2 * width ** 2));
const exponential: Curve = (x, [height, rate, offset]) => height * Math.exp(-rate * x) + offset;

/** Where the curve is looked at: octaves above 0.02 cycles per degree. */
const GRID = Float64Array.from({length: 41}, (_, i) => i * 0.1);
const frequencyAt = (octaves: number) => 0.02 * 2 ** octaves;

/**
 * AllenSDK's fit to the responses to static gratings, whose frequencies go up in octaves from 0.02: a Gaussian if the
 * best frequency has neighbours on both sides, an exponential if not. Of a Gaussian the high cutoff is given only where
 * there is no low one.
 * @param responses mean spikes at each frequency
 * @param frequencies that were shown, ascending
 * @param best the index of the frequency with the greatest response
 */
export function fitSpatialFrequencyTuning(
  responses: ArrayLike<number>,
  frequencies: ArrayLike<number>,
  best: number
): SpatialFrequencyTuning {
  const isInside = best > 0 && best < frequencies.length - 1;
  const [least, greatest] = [Math.min(...Array.from(responses)), Math.max(...Array.from(responses))];
  const parameters = isInside
    ? fitCurve(gaussian, responses, [greatest, best, 1])
    : fitCurve(exponential, responses, [greatest, 2, least]);
  const none = {lowCutoff: Number.NaN, highCutoff: Number.NaN};
  if (!parameters) {
    const [preferredIndex, preferredFrequency] = isInside ? [Number.NaN, Number.NaN] : [best, frequencies[best]];
    return {preferredIndex, preferredFrequency, ...none};
  }
  const cutoffs = halfHeights(GRID.map((x) => (isInside ? gaussian : exponential)(x, parameters)));
  const [low, high] = cutoffs.map(frequencyAtIndex);
  if (!isInside) {
    const cutoff = best === 0 ? {highCutoff: high} : {lowCutoff: low};
    return {preferredIndex: best, preferredFrequency: frequencies[best], ...none, ...cutoff};
  }
  const cutoff = cutoffs[0] > 0 ? {lowCutoff: low} : cutoffs[0] === 0 && cutoffs[1] < 4 ? {highCutoff: high} : {};
  return {preferredIndex: parameters[1], preferredFrequency: frequencyAt(parameters[1]), ...none, ...cutoff};
}

function fitCurve(curve: Curve, responses: ArrayLike<number>, initial: number[]): Float64Array | null {
  const residuals = (parameters: Float64Array) =>
    Float64Array.from(responses, (response, x) => curve(x, parameters) - response);
  const {parameters, converged} = leastSquares(residuals, initial, {maxEvaluations: 2000});
  return converged ? parameters : null;
}

/** The indices nearest to half the maximum, before it (−1 if it is the first) and from it on. */
function halfHeights(curve: Float64Array): [before: number, after: number] {
  const greatest = Math.max(...curve);
  const peak = curve.indexOf(greatest);
  const distances = curve.map((value) => Math.abs(value - greatest / 2));
  const nearest = (part: Float64Array) => part.indexOf(Math.min(...part));
  return [nearest(distances.subarray(0, peak)), nearest(distances.subarray(peak)) + peak];
}

const frequencyAtIndex = (index: number) => (index < 0 ? Number.NaN : frequencyAt(GRID[index]));
