import {linspace} from "../../array/index.js";
import {lowerBound} from "../counting/bounds.js";
import {leastSquares} from "../fitting/least-squares.js";

/** At how many contrasts the fitted curve is looked at; AllenSDK's. */
const CURVE_POINTS = 256;

/**
 * The contrast at which a unit's response is halfway between the least and the greatest of a curve fitted to it:
 * c + (d − c) / (1 + e^(b (ln x − ln e))). NaN if the fit does not converge, or there are not as many responses as
 * contrasts.
 * @param contrasts positive
 * @param responses mean spikes at each
 */
export function c50(contrasts: ArrayLike<number>, responses: ArrayLike<number>): number {
  if (contrasts.length < 4 || contrasts.length !== responses.length) return Number.NaN;
  const residuals = (parameters: Float64Array) =>
    Float64Array.from(contrasts, (contrast, i) => contrastCurve(contrast, parameters) - responses[i]);
  const {parameters, converged} = leastSquares(residuals, [1, 1, 1, 1], {maxEvaluations: 100_000});
  if (!converged) return Number.NaN;
  const values = Array.from(contrasts);
  const grid = linspace(Math.min(...values) * 0.9, Math.max(...values) * 1.1, CURVE_POINTS);
  const curve = grid.map((contrast) => contrastCurve(contrast, parameters));
  const least = Math.min(...curve);
  const middle = (Math.max(...curve) - least) / 2 + least;
  const ascending = Array.from(curve, (_, i) => i).sort((i, j) => curve[i] - curve[j]);
  const index = lowerBound(
    ascending.map((i) => curve[i]),
    middle
  );
  return index < ascending.length ? grid[ascending[index]] : Number.NaN;
}

function contrastCurve(contrast: number, [b, c, d, e]: Float64Array): number {
  return c + (d - c) / (1 + Math.exp(b * (Math.log(contrast) - Math.log(e))));
}
