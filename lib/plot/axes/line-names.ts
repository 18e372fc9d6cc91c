import type {Markish} from "@observablehq/plot";
import {create} from "d3";
import {nearerToText} from "../color/structure-color.js";

/** A line, or bars, of a figure, as far as its name shows it. */
export interface NamedLine {
  /** What it is called. */
  name: string;
  /** A CSS colour. */
  color: string;
  /** What stands before the name: a piece of a line, or a bar; a line if not given. */
  sign?: "━" | "■";
}

/** A mark with the names of a figure's lines, in their colours, in a row above it that ends on the right. */
export function lineNames(lines: readonly NamedLine[]): Markish {
  return (_index, _scales, _values, {marginRight, width}) => {
    const text = create<SVGTextElement>("svg:text")
      .attr("x", width - marginRight)
      .attr("y", 10)
      .attr("text-anchor", "end");
    lines.forEach(({name, color, sign = "━"}, i) => {
      text
        .append("tspan")
        .style("fill", nearerToText(color))
        .style("font-weight", 600)
        .text(`${i ? "\u2003" : ""}${sign} ${name}`);
    });
    return text.node()!;
  };
}
