import type {Matrix} from "../../analysis/linear-algebra/index.js";

/**
 * How strongly the two units of each pair answer: the geometric mean of their mean counts over all conditions.
 * @param means of each condition (rows) and unit (columns)
 * @returns each pair once, in the order of `pairValues`
 */
export function pairStrengths({rows, columns, values}: Matrix): Float64Array {
  const ofUnit = Float64Array.from({length: columns}, (_, unit) => {
    let sum = 0;
    for (let row = 0; row < rows; row++) sum += values[row * columns + unit];
    return sum / rows;
  });
  const strengths = new Float64Array((columns * (columns - 1)) / 2);
  for (let first = 0, pair = 0; first < columns; first++) {
    for (let second = first + 1; second < columns; second++)
      strengths[pair++] = Math.sqrt(ofUnit[first] * ofUnit[second]);
  }
  return strengths;
}
