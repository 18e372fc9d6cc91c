/**
 * `count` numbers evenly from start to stop, both included, with the rounding of numpy's `linspace`:
 * start + i · ((stop − start) / (count − 1)), the last one exactly stop.
 */
export function linspace(start: number, stop: number, count: number): Float64Array {
  const step = count > 1 ? (stop - start) / (count - 1) : 0;
  const values = Float64Array.from({length: count}, (_, i) => start + i * step);
  if (count > 1) values[count - 1] = stop;
  return values;
}
