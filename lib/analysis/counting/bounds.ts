/** The number of values less than x, i.e. where x would be inserted before its equals. `sorted` ascends. */
export function lowerBound(sorted: ArrayLike<number>, x: number, from = 0, to = sorted.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The number of values not greater than x, i.e. where x would be inserted after its equals. `sorted` ascends. */
export function upperBound(sorted: ArrayLike<number>, x: number, from = 0, to = sorted.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** {@link lowerBound} for an x that is near: from an index before it, the steps double until x is passed. */
export function lowerBoundFrom(sorted: ArrayLike<number>, x: number, from: number): number {
  let step = 1;
  let low = from;
  while (low + step < sorted.length && sorted[low + step] < x) {
    low += step;
    step *= 2;
  }
  return lowerBound(sorted, x, low, Math.min(sorted.length, low + step + 1));
}

/** {@link upperBound} for an x that is near: from an index before it, the steps double until x is passed. */
export function upperBoundFrom(sorted: ArrayLike<number>, x: number, from: number): number {
  let step = 1;
  let low = from;
  while (low + step < sorted.length && sorted[low + step] <= x) {
    low += step;
    step *= 2;
  }
  return upperBound(sorted, x, low, Math.min(sorted.length, low + step + 1));
}

/** {@link upperBound} for an x whose index is roughly known: from there, forth or back, the steps double until x is passed. */
export function upperBoundNear(sorted: ArrayLike<number>, x: number, guess: number): number {
  let low = Math.min(sorted.length, Math.max(0, Math.floor(guess))) || 0;
  if (low === 0 || sorted[low - 1] <= x) return upperBoundFrom(sorted, x, low);
  let high = low;
  for (let step = 1; low > 0 && sorted[low - 1] > x; step *= 2) {
    high = low - 1;
    low = Math.max(0, low - step);
  }
  return upperBound(sorted, x, low, high);
}
