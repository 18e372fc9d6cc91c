import * as Plot from "@observablehq/plot";

/** The vertical axis, named above its end, with a line across the figure at each tick. */
export function leftAxis(label: string, ticks: number): Plot.Markish[] {
  return [
    Plot.gridY({stroke: "var(--theme-foreground-faintest)", strokeOpacity: 1, ticks}),
    Plot.axisY({label, labelArrow: "none", tickSize: 0, ticks})
  ];
}
