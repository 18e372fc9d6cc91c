import {AnalysisError} from "../analysis-error.js";

/** What is decoded, as numbers from 0. */
export interface Classes {
  /** The values, ascending, e.g. orientations (deg); class k stands for the k-th. */
  values: number[];
  /** The class of each trial. */
  labels: Int32Array;
}

/**
 * The classes that the trials' values make.
 * @throws {AnalysisError} `wrong-argument` for NaN
 */
export function classesOf(values: ArrayLike<number>): Classes {
  const sorted = [...new Set(Array.from(values))].sort((a, b) => a - b);
  if (sorted.some(Number.isNaN)) {
    const remedy = "Leave out the trials that have no value, such as blank sweeps.";
    throw new AnalysisError("wrong-argument", {path: "target", expected: "a number per trial", found: "NaN", remedy});
  }
  const labelOf = new Map(sorted.map((value, label) => [value, label]));
  return {values: sorted, labels: Int32Array.from(values, (value) => labelOf.get(value)!)};
}

/** How many trials each class has. */
export function classSizes(labels: ArrayLike<number>, classes: number): Int32Array {
  const sizes = new Int32Array(classes);
  for (let i = 0; i < labels.length; ++i) ++sizes[labels[i]];
  return sizes;
}
