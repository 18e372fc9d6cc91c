import {countedText} from "../../words/index.js";
import {repeatsText} from "../presentations/index.js";

/** What a matrix of correlations is of. */
export interface MatrixOfCorrelations {
  /** Units × units in C order. */
  correlations: Float64Array;
  /** Presentations of each condition. */
  n: Uint32Array;
  stimulus: string;
}

/**
 * What a matrix of correlations is computed from, and which units have none.
 * @param between what stands between the pairs and the conditions: ", over"
 * @param one what is said of a unit without correlations
 * @param several what is said of several
 */
export function matrixCaption(
  {correlations, n, stimulus}: MatrixOfCorrelations,
  {between, one, several}: {between: string; one: string; several: string}
): string {
  const units = Math.round(Math.sqrt(correlations.length));
  const pairs = (units * (units - 1)) / 2;
  const without = unitsWithoutCorrelation(correlations, units);
  const grey = without === 0 ? "" : ` Grey: ${without === 1 ? `one unit ${one}` : `${without} units ${several}`}.`;
  return `${countedText(units, "units")}, ${countedText(pairs, "pairs")}${between} ${countedText(n.length, "conditions")} of ${stimulus}, n = ${repeatsText(n)} presentations each.${grey}`;
}

/** How many units have a correlation with no other. */
function unitsWithoutCorrelation(correlations: Float64Array, units: number): number {
  let without = 0;
  for (let unit = 0; unit < units; ++unit) {
    const own = correlations.subarray(unit * units, (unit + 1) * units);
    if (own.every((value, other) => other === unit || Number.isNaN(value))) ++without;
  }
  return without;
}
