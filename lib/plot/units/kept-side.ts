/** A limit of a metric, and the side of it on which rows are kept. */
export interface KeptSide {
  /** The limit, in the metric's unit. */
  value: number;
  /** Which side is kept. */
  keep: "above" | "below";
}

/** Whether most of a bin lies on the side that is kept; all of it where there is no limit. */
export function isKept({x0, x1}: {x0: number; x1: number}, limit: KeptSide | undefined): boolean {
  if (!limit) return true;
  const middle = (x0 + x1) / 2;
  return limit.keep === "above" ? middle > limit.value : middle < limit.value;
}
