import * as Plot from "@observablehq/plot";
import {create, max, sum} from "d3";
import {countedText, significantText} from "../../words/index.js";
import {bottomAxis} from "../axes/bottom-axis.js";
import {tickCount} from "../axes/tick-count.js";
import {columnsOf, withData} from "../frame/figure-data.js";
import type {SizedFigureOptions} from "../frame/figure-options.js";
import {figureWidth} from "../frame/figure-width.js";
import {plotFigure} from "../frame/plot-figure.js";
import {makeReadable} from "../frame/readout.js";
import {stepThrough} from "../frame/steps.js";
import {countBars} from "./count-bars.js";
import {metricBins} from "./metric-bins.js";

/** How the histogram is drawn. */
export interface FilterHistogramOptions extends SizedFigureOptions {
  /** The metric's name with its unit, for the axis. */
  label: string;
  /** What the rows are: "units". */
  of: string;
  /** Roughly how many bins; their edges are round numbers. */
  bins?: number;
  /** A limit that was applied before, to be shown. */
  limit?: number;
  /** Told of the range that the reader chose; null when all is to be kept. */
  onRange: (range: readonly [number, number] | null) => void;
}

/** A histogram that filters, and that shows what filters leave. */
export interface FilterHistogram extends HTMLDivElement {
  /** Draws the rows that are kept strong, the others faint. */
  show(kept: ArrayLike<boolean>): void;
  /** Marks a range; null takes the mark away. */
  select(range: readonly [number, number] | null): void;
}

/**
 * How a metric is spread, to filter by: drag over a part of it, or choose (click, Enter) the bin that it is to begin with and
 * the one that it is to end with; Escape keeps all again.
 *
 * @example
 * const options = {width, ariaLabel: "Signal-to-noise ratio", label: "signal-to-noise ratio", of: "units"};
 * filterHistogram([1.2, 2.5, 4], {...options, onRange: (range) => console.log(range)}).select([2, 4]);
 *
 * @param values one for each row; NaN is in no bin
 */
export function filterHistogram(values: ArrayLike<number>, options: FilterHistogramOptions): FilterHistogram {
  const {height = 170, label, of, bins = 28, limit, onRange} = options;
  const width = figureWidth(options.width);
  const margin = {left: 40, right: 12, top: 22, bottom: 36};
  const counts = metricBins(values, bins);
  const [first, last] = [counts[0]?.x0 ?? 0, counts.at(-1)?.x1 ?? 1];
  const domain = [Math.min(first, limit ?? first), Math.max(last, limit ?? last)];
  const missing = values.length - sum(counts, ({rows}) => rows.length);
  const hint = `Drag to choose a range.${missing ? ` ${missing} of ${values.length} ${of} have no value.` : ""}`;
  const {plot, frame} = plotFigure(
    {...options, hint},
    {
      width,
      height,
      margin,
      x: {domain, ticks: tickCount(width, 80)},
      y: {domain: [0, Math.max(1, max(counts, ({rows}) => rows.length) ?? 1)], nice: true, ticks: 4},
      marks: [
        bottomAxis(label),
        ...countBars(counts, ({rows}) => rows.length, of, 0.3),
        limit === undefined
          ? null
          : Plot.ruleX([limit], {stroke: "var(--theme-foreground-faint)", strokeDasharray: "3 3"}),
        Plot.ruleY([0], {stroke: "var(--theme-foreground-fainter)"})
      ]
    }
  );
  const [x, y] = [plot.scale("x")!, plot.scale("y")!.apply];
  const layer = create<SVGGElement>("svg:g");
  const bars = counts.map((count) => {
    const bar = layer.append("rect").style("fill", "var(--theme-foreground-muted)");
    bar.attr("x", x.apply(count.x0) + 0.5).attr("width", Math.max(0.5, x.apply(count.x1) - x.apply(count.x0) - 1));
    return {bar, count, kept: count.rows.length};
  });
  const brush = layer
    .append("rect")
    .attr("y", margin.top)
    .attr("height", height - margin.top - margin.bottom)
    .attr("visibility", "hidden")
    .style("fill", "var(--theme-foreground-focus)")
    .style("fill-opacity", 0.16)
    .style("stroke", "var(--theme-foreground-focus)");
  plot.append(layer.node()!);
  const show = (kept: ArrayLike<boolean>) => {
    for (const shown of bars) {
      shown.kept = shown.count.rows.reduce((sum, row) => sum + (kept[row] ? 1 : 0), 0);
      shown.bar.attr("y", y(shown.kept)).attr("height", y(0) - y(shown.kept));
    }
    readAgain();
  };
  const select = (range: readonly [number, number] | null) => {
    brush.attr("visibility", range ? "visible" : "hidden");
    if (range) brush.attr("x", x.apply(range[0])).attr("width", Math.max(1, x.apply(range[1]) - x.apply(range[0])));
  };
  const choose = (range: readonly [number, number] | null) => {
    select(range);
    onRange(range);
  };

  let begun: (typeof bars)[number] | null = null;
  let dragged = false;
  const readAgain = makeReadable<(typeof bars)[number]>(frame.surface, frame.readout, {
    at: (px) => bars.find(({count}) => px >= x.apply(count.x0) && px < x.apply(count.x1)) ?? null,
    step: (from, step, count) => stepThrough(bars, from, step, count),
    describe: ({count, kept}) =>
      `${edge(count.x0)} to ${edge(count.x1)}: ${countedText(count.rows.length, of)}${kept < count.rows.length ? `, ${kept} kept` : ""}`,
    outline: ({count}) => ({
      x: x.apply(count.x0),
      y: y(count.rows.length),
      width: x.apply(count.x1) - x.apply(count.x0),
      height: y(0) - y(count.rows.length)
    }),
    onChoose: (chosen) => {
      if (dragged) return;
      const ends = [begun ?? chosen, chosen].map(({count}) => count);
      choose([Math.min(ends[0].x0, ends[1].x0), Math.max(ends[0].x1, ends[1].x1)]);
      begun = begun ? null : chosen;
    }
  });
  frame.surface.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    begun = null;
    choose(null);
  });
  dragOver(frame.surface, {
    // The click that ends a drag chooses nothing.
    onEnd: () => setTimeout(() => (dragged = false)),
    onDrag: (from, to) => {
      dragged = true;
      begun = null;
      const [a, b] = [from, to].map((px) => Math.max(first, Math.min(last, x.invert!(px)))).sort((a, b) => a - b);
      choose(a < b ? [a, b] : null);
    }
  });
  const figure = Object.assign(frame.root, {show, select});
  show(Array.from(values, () => true));
  return withData(figure, () =>
    columnsOf(bars, {
      [`${label}, from`]: ({count}) => count.x0,
      [`${label}, to`]: ({count}) => count.x1,
      [of]: ({count}) => count.rows.length,
      [`${of} kept`]: ({kept}) => kept
    })
  );
}

/** Tells of a pointer that is drawn across an element, in pixels from its left edge. */
function dragOver(element: HTMLElement, told: {onDrag(from: number, to: number): void; onEnd(): void}): void {
  let start: number | null = null;
  const place = (event: PointerEvent) => event.clientX - element.getBoundingClientRect().left;
  element.addEventListener("pointerdown", (event) => {
    start = place(event);
  });
  element.addEventListener("pointermove", (event) => {
    if (start === null || event.buttons === 0 || Math.abs(place(event) - start) < 4) return;
    if (!element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId);
    told.onDrag(start, place(event));
  });
  element.addEventListener("pointerup", () => {
    start = null;
    told.onEnd();
  });
}

/** An edge of a bin without the noise of its last binary digits. */
const edge = (value: number) => significantText(value, 6);
