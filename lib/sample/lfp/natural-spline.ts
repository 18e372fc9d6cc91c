/**
 * The natural cubic spline through points; beyond its ends it goes on straight.
 *
 * @param x ascending, at least two
 * @param places ascending
 * @returns its values at the places
 */
export function naturalSpline(x: ArrayLike<number>, y: ArrayLike<number>, places: ArrayLike<number>): Float64Array {
  const bend = secondDerivatives(x, y);
  const last = x.length - 1;
  let i = 0;
  return Float64Array.from(places, (place) => {
    while (i < last - 1 && place > x[i + 1]) i++;
    const width = x[i + 1] - x[i];
    const slope = (y[i + 1] - y[i]) / width;
    if (place < x[i]) return y[i] + (place - x[i]) * (slope - (width * bend[i + 1]) / 6);
    if (place > x[i + 1]) return y[i + 1] + (place - x[i + 1]) * (slope + (width * bend[i]) / 6);
    const [before, after] = [(x[i + 1] - place) / width, (place - x[i]) / width];
    const curved = (before ** 3 - before) * bend[i] + (after ** 3 - after) * bend[i + 1];
    return before * y[i] + after * y[i + 1] + (curved * width * width) / 6;
  });
}

/** At the points: 0 at both ends, the others from the tridiagonal system (Thomas's algorithm). */
function secondDerivatives(x: ArrayLike<number>, y: ArrayLike<number>): Float64Array {
  const count = x.length;
  const bend = new Float64Array(count);
  const factor = new Float64Array(count);
  for (let i = 1; i < count - 1; i++) {
    const [left, right] = [x[i] - x[i - 1], x[i + 1] - x[i]];
    const pivot = 2 * (left + right) - left * factor[i - 1];
    factor[i] = right / pivot;
    bend[i] = (6 * ((y[i + 1] - y[i]) / right - (y[i] - y[i - 1]) / left) - left * bend[i - 1]) / pivot;
  }
  for (let i = count - 2; i > 0; i--) bend[i] -= factor[i] * bend[i + 1];
  return bend;
}
