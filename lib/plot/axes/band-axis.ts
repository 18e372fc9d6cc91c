import type * as Plot from "@observablehq/plot";

/**
 * A scale of names that share its length, for the `x` or `y` option of a plot, with its axis named at the middle.
 * @param every which names are written: each one, every second one, …
 * @param more what else is to be said of the scale, or otherwise
 */
export function bandAxis(
  names: readonly string[],
  label: string | null,
  every: number,
  more: Plot.ScaleOptions = {}
): Plot.ScaleOptions {
  return {
    type: "band",
    domain: names,
    padding: 0,
    round: false,
    label,
    labelAnchor: "center",
    labelArrow: "none",
    tickSize: 0,
    ticks: names.filter((_, i) => i % every === 0),
    ...more
  };
}
