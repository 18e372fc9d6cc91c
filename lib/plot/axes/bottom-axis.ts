import * as Plot from "@observablehq/plot";

/** The horizontal axis, named below its middle. */
export function bottomAxis(label: string | null, more: Plot.AxisXOptions = {}): Plot.Markish {
  return Plot.axisX({label, labelAnchor: "center", labelArrow: "none", ...more});
}

/** The horizontal axis of what is shown along a session's clock. */
export function sessionTimeAxis(): Plot.Markish {
  return bottomAxis("time in the session (s)", {tickSize: 4});
}
