import {AnalysisError} from "../analysis-error.js";

/**
 * The mean of the values within half a window before and after each of them. It follows time, not rows, so that it does
 * not reach over a gap. NaN is left out; where a window holds nothing else, the mean is NaN.
 * @param times ascending (s), one for each value
 * @param width of the window (s), both ends included
 * @throws {AnalysisError} `wrong-shape` if there is not a time for each value; `wrong-argument` for a negative width or NaN
 */
export function movingMean(times: ArrayLike<number>, values: ArrayLike<number>, width: number): Float64Array {
  if (times.length !== values.length) {
    const [expected, found] = [`a time for each of ${values.length} values`, `${times.length}`];
    throw new AnalysisError("wrong-shape", {path: "times", expected, found, remedy: "Give one for each."});
  }
  if (!(width >= 0)) {
    const remedy = "Give it in seconds.";
    throw new AnalysisError("wrong-argument", {
      path: "width",
      expected: "a width of 0 or more",
      found: `${width}`,
      remedy
    });
  }
  let [first, end, known, sum] = [0, 0, 0, 0];
  const take = (value: number, sign: 1 | -1) => {
    if (Number.isNaN(value)) return;
    known += sign;
    sum = known === 0 ? 0 : sum + sign * value;
  };
  return Float64Array.from(times, (time) => {
    for (; end < times.length && times[end] <= time + width / 2; end++) take(values[end], 1);
    for (; times[first] < time - width / 2; first++) take(values[first], -1);
    return known > 0 ? sum / known : Number.NaN;
  });
}
