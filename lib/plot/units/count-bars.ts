import * as Plot from "@observablehq/plot";

/**
 * Bars of how many there are in each bin, with the axis of the counts, for the marks of a plot.
 * @param of what is counted: "units"
 * @param opacity of each bar, or of all
 */
export function countBars<Bin extends {x0: number; x1: number}>(
  bins: readonly Bin[],
  count: (bin: Bin) => number,
  of: string,
  opacity: number | ((bin: Bin) => number)
): Plot.Markish[] {
  return [
    Plot.axisY({ticks: 4, label: of, labelArrow: "none", tickSize: 0}),
    Plot.rectY(bins, {
      x1: "x0",
      x2: "x1",
      y: count,
      insetLeft: 0.5,
      insetRight: 0.5,
      fill: "var(--theme-foreground-muted)",
      fillOpacity: opacity
    })
  ];
}
