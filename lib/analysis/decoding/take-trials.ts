import {matrixRows} from "../linear-algebra/index.js";
import type {TrainingTrials} from "./decoder.js";

/** Those of the training trials that are named. */
export function takeTrials({trials, labels, classes}: TrainingTrials, rows: ArrayLike<number>): TrainingTrials {
  return {trials: matrixRows(trials, rows), labels: Int32Array.from(rows, (row) => labels[row]), classes};
}
