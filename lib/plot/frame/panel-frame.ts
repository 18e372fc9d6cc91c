import {create} from "d3";
import type {FigureFrame} from "./figure-frame.js";

/**
 * A frame to be put around one of a figure's panels; it is hidden until then.
 * @param size of the frame, in pixels
 * @returns puts it around the panel with this corner; null hides it
 */
export function panelFrame(
  {surface}: FigureFrame,
  size: {width: number; height: number}
): (corner: {x: number; y: number} | null) => void {
  const frame = create<SVGRectElement>("svg:rect")
    .attr("width", size.width)
    .attr("height", size.height)
    .attr("rx", 2)
    .attr("visibility", "hidden")
    .style("fill", "none")
    .style("stroke", "var(--theme-foreground-focus)")
    .style("stroke-width", 1.5);
  surface.querySelector("svg")!.append(frame.node()!);
  return (corner) => {
    frame.attr("visibility", corner ? "visible" : "hidden");
    if (corner) frame.attr("x", corner.x + 1).attr("y", corner.y + 1);
  };
}
