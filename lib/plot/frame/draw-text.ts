import type {Selection} from "d3";

/** What a mark is drawn into. */
export type Drawing = Selection<SVGGElement, undefined, null, undefined>;

/** Writes words that begin, end or have their middle at x, on the line y, in the colour of text unless told otherwise. */
export function drawText(
  group: Drawing,
  words: string | number,
  x: number,
  y: number,
  anchor: "start" | "middle" | "end" = "start"
): Selection<SVGTextElement, undefined, null, undefined> {
  return group
    .append("text")
    .attr("x", x)
    .attr("y", y)
    .attr("text-anchor", anchor)
    .style("fill", "currentColor")
    .text(words);
}
