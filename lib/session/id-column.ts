/** Ids as a column: 32 bits where they fit, double precision, which is exact up to 2⁵³, where they do not. */
export function idColumn(ids: ArrayLike<number>): Int32Array | Float64Array {
  const column = Int32Array.from(ids);
  return column.every((id, row) => id === ids[row]) ? column : Float64Array.from(ids);
}
