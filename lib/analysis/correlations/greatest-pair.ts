/**
 * The pair of units with the greatest value, of those pairs of which both units are to be considered: its index among `pairs`;
 * −1 if there is none with a value that is a number, and the first of those that are equal.
 * @param pairs a value for each pair, in the order of `pairValues`; NaN where it is unknown
 * @param considered whether each unit is considered
 */
export function greatestPair(pairs: ArrayLike<number>, considered: readonly boolean[]): number {
  let [greatest, pair] = [-1, 0];
  for (let a = 0; a < considered.length; ++a) {
    for (let b = a + 1; b < considered.length; ++b, ++pair) {
      if (!considered[a] || !considered[b] || Number.isNaN(pairs[pair])) continue;
      if (greatest < 0 || pairs[pair] > pairs[greatest]) greatest = pair;
    }
  }
  return greatest;
}
