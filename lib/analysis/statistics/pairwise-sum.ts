/** Up to so many values are added without splitting them in halves. */
const BLOCK = 128;

/**
 * The sum of values in the order in which numpy adds them: in eight interleaved partial sums per block, blocks in
 * pairs. Ties between means, and what is rounded after, are then the same as there to the last bit.
 */
export function pairwiseSum(values: ArrayLike<number>, from = 0, to = values.length): number {
  const length = to - from;
  if (length > BLOCK) {
    const half = from + (length >> 1) - ((length >> 1) % 8);
    return pairwiseSum(values, from, half) + pairwiseSum(values, half, to);
  }
  let sum = 0;
  let i = from;
  if (length >= 8) {
    const partial = [0, 1, 2, 3, 4, 5, 6, 7].map((k) => values[from + k]);
    for (i = from + 8; i + 8 <= to; i += 8) {
      for (let k = 0; k < 8; ++k) partial[k] += values[i + k];
    }
    const [a, b, c, d, e, f, g, h] = partial;
    sum = a + b + (c + d) + (e + f + (g + h));
  }
  for (; i < to; ++i) sum += values[i];
  return sum;
}

/** The mean of values, summed as by {@link pairwiseSum}; NaN of none. */
export function pairwiseMean(values: ArrayLike<number>): number {
  return pairwiseSum(values) / values.length;
}
