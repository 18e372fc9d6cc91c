import type {TuningCurve} from "./tuning-curve.js";

/**
 * The index of the condition that each unit answers most: the first, if several tie. −1 for a unit without responses, or
 * where no condition was shown.
 */
export function preferredConditions({mean}: Pick<TuningCurve, "mean">): Int32Array {
  const {rows, columns: units, values} = mean;
  return Int32Array.from({length: units}, (_, unit) => {
    let preferred = -1;
    for (let row = 0; row < rows; ++row) {
      const response = values[row * units + unit];
      if (Number.isNaN(response)) continue;
      if (preferred < 0 || response > values[preferred * units + unit]) preferred = row;
    }
    return preferred;
  });
}
