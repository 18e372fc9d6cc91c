/** The rank of each value among all, from 1; values that are equal have their average rank. All NaN if any value is. */
export function ranks(values: ArrayLike<number>): Float64Array {
  const order = Array.from(values, (_, i) => i).sort((a, b) => values[a] - values[b]);
  const result = new Float64Array(values.length);
  if (order.some((i) => Number.isNaN(values[i]))) return result.fill(Number.NaN);
  for (let first = 0; first < order.length; ) {
    let last = first;
    while (last + 1 < order.length && values[order[last + 1]] === values[order[first]]) ++last;
    for (let k = first; k <= last; ++k) result[order[k]] = (first + last) / 2 + 1;
    first = last + 1;
  }
  return result;
}
