import type {TimeWindow} from "../../session/index.js";
import {type PairOfTrains, pairText} from "./pair-of-trains.js";
import {millisecondsText, stretchText} from "./stretch-text.js";

/** The correlations of two trains of which one is shifted. */
export interface ShownOffsets {
  pair: PairOfTrains;
  /** The stretch of time that the spikes are from, and the width of the bins (s). */
  stretch: TimeWindow;
  binWidth: number;
  /** What is added to the times of the moving train (s), and what the correlation is then. */
  offsets: ArrayLike<number>;
  correlation: ArrayLike<number>;
  /** The colour of the line, as CSS. */
  color: string;
}

/** The correlation of the counts of two units, by the offset that is added to the moving one. */
export function offsetFigure({pair, stretch, binWidth, offsets, correlation, color}: ShownOffsets) {
  const points = Array.from(offsets, (offset, k) => ({x: offset * 1000, y: correlation[k]}));
  const lines = [{name: "correlation", color, points}];
  return {
    data: [lines] as [typeof lines],
    options: {
      xLabel: "offset added to the moving unit’s spikes (ms)",
      label: "correlation coefficient",
      include: [0],
      marked: {x: 0, name: "no shift"},
      ariaLabel: "Correlation of the shifted train with the fixed one",
      ariaDescription: `A line over ${offsets.length} offsets`
    },
    caption: `${offsets.length} offsets, in bins of ${millisecondsText(binWidth)}\u00a0ms; ${pairText(pair)}, ${stretchText(stretch)}.`
  };
}
