import {AnalysisError} from "../analysis-error.js";
import {meanByGroup} from "./mean-by-bin.js";

/** The mean over pairs of units of which one is in each of two areas, or both in one. */
export interface AreaPairMean {
  /** In alphabetical order; the same twice for pairs within an area. */
  areas: readonly [string, string];
  mean: number;
  /** Standard deviation (with n − 1) / √n; NaN for fewer than two pairs. */
  sem: number;
  n: number;
}

/**
 * The mean of what is known of pairs of units, e.g. their noise correlations, by the areas that they are in. Units
 * without an area, and pairs whose value is NaN, are left out.
 * @param values of each pair, in the order of {@link pairValues}
 * @param areas of each unit
 * @returns a row for each two areas that have a pair, in alphabetical order
 * @throws {AnalysisError} `wrong-shape` if there are not as many values as pairs
 */
export function meanByAreaPair(values: ArrayLike<number>, areas: readonly (string | null)[]): AreaPairMean[] {
  const units = areas.length;
  const pairs = units < 2 ? 0 : (units * (units - 1)) / 2;
  if (values.length !== pairs) {
    const [expected, found] = [`${pairs} values for ${units} units`, `${values.length}`];
    throw new AnalysisError("wrong-shape", {path: "values", expected, found, remedy: "Give one for each pair."});
  }
  const names = [...new Set(areas)].filter((area) => area !== null).sort();
  const areaIndex = areas.map((area) => (area === null ? -1 : names.indexOf(area)));
  const group = new Int32Array(pairs).fill(-1);
  for (let a = 0, pair = 0; a < units; ++a) {
    for (let b = a + 1; b < units; ++b, ++pair) {
      if (areaIndex[a] < 0 || areaIndex[b] < 0 || Number.isNaN(values[pair])) continue;
      group[pair] = Math.min(areaIndex[a], areaIndex[b]) * names.length + Math.max(areaIndex[a], areaIndex[b]);
    }
  }
  const {mean, sem, n} = meanByGroup(values, group, names.length ** 2);
  return names.flatMap((first, i) =>
    names.slice(i).flatMap((second, k) => {
      const own = i * names.length + i + k;
      return n[own] > 0 ? [{areas: [first, second] as const, mean: mean[own], sem: sem[own], n: n[own]}] : [];
    })
  );
}
