import {dot} from "./cholesky.js";
import type {Matrix} from "./matrix.js";

/**
 * Makes the rows of a matrix orthonormal, in place, from a given one on; those before are so already. A row that is, up to
 * rounding, in the directions of those before becomes another direction, as near to an axis as there is: by the method of Gram and
 * Schmidt, twice, which is enough (Giraud, Langou and Rozložník 2005).
 * @param matrix no more rows than columns
 */
export function makeRowsOrthonormal({rows, columns, values}: Matrix, from: number): void {
  const rowAt = (row: number) => values.subarray(row * columns, (row + 1) * columns);
  for (let row = from; row < rows; ++row) {
    const own = rowAt(row);
    const removeOthers = () => {
      for (let other = 0; other < row; ++other) {
        const product = dot(values, other * columns, own, 0, columns);
        for (let j = 0; j < columns; ++j) own[j] -= product * values[other * columns + j];
      }
    };
    removeOthers();
    if (!(dot(own, 0, own, 0, columns) > 0.25)) {
      own.fill(0);
      own[axisFarthestFrom(values, row, columns)] = 1;
      removeOthers();
    }
    removeOthers();
    const length = Math.sqrt(dot(own, 0, own, 0, columns));
    for (let j = 0; j < columns; ++j) own[j] /= length;
  }
}

/** The axis of which least lies in the directions of the first rows. */
function axisFarthestFrom(values: Float64Array, rows: number, columns: number): number {
  const within = new Float64Array(columns);
  for (let at = 0; at < rows * columns; ++at) within[at % columns] += values[at] ** 2;
  return within.indexOf(within.reduce((a, b) => Math.min(a, b)));
}
