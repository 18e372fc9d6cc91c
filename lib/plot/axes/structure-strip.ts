import type {Markish} from "@observablehq/plot";
import {create} from "d3";
import {structureName} from "../../words/index.js";
import {structureColor, structureTextColor} from "../color/structure-color.js";
import {drawText} from "../frame/draw-text.js";
import {separateLabels} from "./separate-labels.js";
import type {StructureRun} from "./structure-runs.js";

/**
 * A mark for the left margin of a figure whose rows are units: a strip in the colours of the areas, and their names where
 * the units are. The figure's y scale counts rows and ends at `bottom`, which
 * is the bottom margin unless given. Names that would overlap move apart, with a line to their rows.
 */
export function structureStrip(
  runs: readonly StructureRun[],
  {gap = 13, width = 6, bottom}: {gap?: number; width?: number; bottom?: number} = {}
): Markish {
  return (_index, scales, _values, {marginLeft, marginTop, marginBottom, height}) => {
    const y = scales.y as (row: number) => number;
    const wanted = runs.map(({start, stop}) => (y(start) + y(stop)) / 2);
    const end = bottom ?? height - marginBottom;
    const room = end - marginTop;
    const fits = Math.max(1, Math.floor(room / gap));
    const shown = new Set(runs.length <= fits ? runs : [...runs].sort(byLength).slice(0, fits));
    const labelled = runs.filter((run) => shown.has(run));
    const places = separateLabels(
      labelled.map((run) => wanted[runs.indexOf(run)]),
      gap,
      [marginTop + gap / 2, end - gap / 2]
    );
    const group = create<SVGGElement>("svg:g");
    for (const {acronym, start, stop} of runs) {
      group
        .append("rect")
        .attr("x", marginLeft - width - 3)
        .attr("width", width)
        .attr("y", y(start))
        .attr("height", Math.max(0.5, y(stop) - y(start) - (y(stop) - y(start) > 3 ? 1 : 0)))
        .style("fill", structureColor(acronym));
    }
    labelled.forEach((run, i) => {
      const middle = wanted[runs.indexOf(run)];
      const right = marginLeft - width - 3;
      if (Math.abs(middle - places[i]) > 2)
        group
          .append("path")
          .attr("d", `M${right - 1},${middle}L${right - 8},${places[i]}`)
          .style("fill", "none")
          .style("stroke", structureColor(run.acronym));
      drawText(group, structureName(run.acronym), right - 10, places[i], "end")
        .attr("dy", "0.35em")
        .style("fill", structureTextColor(run.acronym))
        .style("font-weight", 600);
    });
    return group.node()!;
  };
}

const byLength = (a: StructureRun, b: StructureRun) => b.stop - b.start - (a.stop - a.start);
