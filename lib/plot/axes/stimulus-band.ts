import type {Markish} from "@observablehq/plot";
import {create} from "d3";
import {stimulusColor} from "../color/stimulus-color.js";
import {stimulusMark} from "../color/stimulus-mark.js";
import {drawText} from "../frame/draw-text.js";

/** The height a figure leaves free between its data and its time axis for the band of the stimulus, in pixels. */
export const STIMULUS_BAND_HEIGHT = 18;

/** When a stimulus was on, in seconds on the figure's time axis. */
export interface StimulusInterval {
  /** What was shown; it gives the colour and the mark. */
  stimulus_name: string;
  /** When it began, in s. */
  start: number;
  /** When it ended, in s. */
  stop: number;
}

/** A mark that shows, just above the time axis, when the stimulus was on; it bears the stimulus's mark and name. */
export function stimulusBand({stimulus_name, start, stop}: StimulusInterval): Markish {
  return (_index, scales, _values, {height, marginBottom, marginLeft, marginRight, width}) => {
    const x = scales.x as (seconds: number) => number;
    const left = Math.max(marginLeft, x(start));
    const right = Math.min(width - marginRight, x(stop));
    const top = height - marginBottom - STIMULUS_BAND_HEIGHT + 3;
    const group = create<SVGGElement>("svg:g");
    group
      .append("rect")
      .attr("x", left)
      .attr("width", Math.max(1, right - left))
      .attr("y", top)
      .attr("height", STIMULUS_BAND_HEIGHT - 4)
      .style("fill", stimulusColor(stimulus_name));
    const inside = right - left > stimulus_name.length * 6.6 + 30;
    group
      .append("path")
      .attr("d", stimulusMark(stimulus_name))
      .attr("transform", `translate(${inside ? left + 3 : right + 3},${top - 1})`)
      .style("fill", "none")
      .style("stroke", inside ? "var(--theme-background)" : stimulusColor(stimulus_name))
      .style("stroke-width", 1.3);
    drawText(group, stimulus_name, (inside ? left : right) + 22, top + (STIMULUS_BAND_HEIGHT - 4) / 2)
      .attr("dy", "0.34em")
      .style("font-size", "11px")
      .style("fill", inside ? "var(--theme-background)" : "currentColor");
    return group.node()!;
  };
}
