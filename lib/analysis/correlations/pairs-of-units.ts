/** The number of pairs of n units. */
const pairsOf = (n: number) => (n < 2 ? 0 : (n * (n - 1)) / 2);

/**
 * What a symmetric matrix says of each pair of different units, once: (0, 1), (0, 2), …, (1, 2), …
 * @param matrix units × units in C order
 */
export function pairValues(matrix: ArrayLike<number>): Float64Array {
  const n = Math.round(Math.sqrt(matrix.length));
  const values = new Float64Array(pairsOf(n));
  for (let a = 0, pair = 0; a < n; ++a) for (let b = a + 1; b < n; ++b) values[pair++] = matrix[a * n + b];
  return values;
}

/**
 * The distance between the units of each pair, in the order of {@link pairValues}; NaN if a coordinate is.
 * @param positions coordinates of each unit, e.g. in the common coordinate framework in µm
 */
export function pairDistances(positions: readonly ArrayLike<number>[]): Float64Array {
  const n = positions.length;
  const distances = new Float64Array(pairsOf(n));
  for (let a = 0, pair = 0; a < n; ++a) {
    for (let b = a + 1; b < n; ++b) {
      let squares = 0;
      for (let axis = 0; axis < positions[a].length; ++axis) squares += (positions[a][axis] - positions[b][axis]) ** 2;
      distances[pair++] = Math.sqrt(squares);
    }
  }
  return distances;
}
