/** An accuracy at a number, with the band around it. */
export interface AccuracyPoint {
  x: number;
  y: number;
  low: number;
  high: number;
}

/** Accuracies as the one line of a figure. */
export function accuracyLine<Point extends AccuracyPoint>(points: readonly Point[]) {
  return {name: "accuracy", color: "var(--theme-foreground-focus)", points};
}

/** What all figures of accuracies along numbers have in common. */
export const ACCURACY_AXIS = {label: "accuracy (share of presentations)", dots: true, include: [0, 1]};
