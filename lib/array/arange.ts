/**
 * Numbers from start, before stop, with the count and rounding of numpy's `arange`: ⌈(stop − start) / step⌉ numbers,
 * start + i · ((start + step) − start).
 */
export function arange(start: number, stop: number, step: number): Float64Array {
  const count = Math.max(0, Math.ceil((stop - start) / step));
  const increment = start + step - start;
  return Float64Array.from({length: count}, (_, i) => start + i * increment);
}
