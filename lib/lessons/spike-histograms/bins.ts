import {roundedText} from "../../words/index.js";

/** The width of equal bins, in the unit of their edges. */
export function binWidth(edges: ArrayLike<number>): number {
  return (edges[edges.length - 1] - edges[0]) / (edges.length - 1);
}

/** How many bins there are and how wide: "199 bins of 2.06 ms". Edges are in seconds. */
export function binsText(edges: ArrayLike<number>): string {
  const milliseconds = Number((1000 * binWidth(edges)).toPrecision(12)); // without what subtraction adds to 0.41 s
  return `${edges.length - 1} bins of ${milliseconds.toFixed(2)} ms`;
}

/** From when to when, in seconds: "from −0.01 to 0.4 s". */
export function spanText(from: number, to: number): string {
  return `from ${roundedText(from, 3)} to ${roundedText(to, 3)} s`;
}
