import {rollup} from "d3";

/** As many folds as were asked for, if each value was shown so often; fewer else, but at least two. */
export function possibleFolds(values: readonly unknown[], asked: number): number {
  const repeats = rollup(
    values,
    (own) => own.length,
    (value) => value
  );
  return Math.max(2, Math.min(asked, ...repeats.values()));
}
