/**
 * Which two of n units a pair is of, in the order of `pairValues`: the first always comes before the second. [−1, −1] for
 * a pair that there is not.
 */
export function unitsOfPair(pair: number, n: number): [a: number, b: number] {
  if (!(pair >= 0 && pair < (n * (n - 1)) / 2)) return [-1, -1];
  let a = 0;
  let first = 0;
  while (first + (n - 1 - a) <= pair) first += n - 1 - a++;
  return [a, a + 1 + pair - first];
}

/** The index of the pair of two units, in either order, among the pairs of n units; −1 for a unit with itself. */
export function indexOfPair(a: number, b: number, n: number): number {
  if (a === b) return -1;
  const [first, second] = a < b ? [a, b] : [b, a];
  return first * n - (first * (first + 1)) / 2 + second - first - 1;
}
