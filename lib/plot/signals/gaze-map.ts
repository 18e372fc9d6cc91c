import * as Plot from "@observablehq/plot";
import {Delaunay, quantile} from "d3";
import {decimalText} from "../../words/index.js";
import {bottomAxis} from "../axes/bottom-axis.js";
import {tickCount} from "../axes/tick-count.js";
import {type Category, categoryLegend} from "../color/category-legend.js";
import {colorLegend} from "../color/color-legend.js";
import {countColors, countGradient} from "../color/count-color.js";
import {stimulusColor, stimulusColorPair} from "../color/stimulus-color.js";
import {columnsOf, withData} from "../frame/figure-data.js";
import {paintUnder} from "../frame/figure-frame.js";
import type {FigureOptions} from "../frame/figure-options.js";
import {figureWidth} from "../frame/figure-width.js";
import {plotFigure} from "../frame/plot-figure.js";
import {makeReadable} from "../frame/readout.js";
import {stepAlong} from "../frame/steps.js";

/** Where the eye looked, frame by frame; NaN where that is unknown. */
export interface Gaze {
  /** s, ascending */
  times: ArrayLike<number>;
  /** Across the screen, in the unit of the map. */
  x: ArrayLike<number>;
  /** Up the screen, in the unit of the map. */
  y: ArrayLike<number>;
  /** What was shown at the time; null for nothing. */
  stimuli: ArrayLike<string | null>;
}

/** How the map is drawn. */
export interface GazeMapOptions extends FigureOptions {
  /** The most that the figure may be high; it is drawn smaller rather than out of proportion. */
  height?: number;
  /** The unit of both coordinates: "cm", "degrees". */
  unit: string;
  /** What the colours of the points mean: when it was, or what was shown. */
  colorBy: "time" | "stimulus";
}

/** Times start at this point of the scale of counts, whose first colours are too near to the ground to be seen. */
const PALEST = 0.22;

/**
 * Points of the screen that the eye was turned to, in proportion; of both axes the outermost 0.2 % are left out.
 *
 * @example
 * const gaze = {times: [0, 1], x: [-10, 12], y: [3, 5], stimuli: ["flashes", null]};
 * gazeMap(gaze, {width, ariaLabel: "Where the eye looked", unit: "cm", colorBy: "stimulus"});
 */
export function gazeMap({times, x, y, stimuli}: Gaze, options: GazeMapOptions): HTMLDivElement {
  const {unit, colorBy} = options;
  const seen = Array.from(times, (_, i) => i).filter((i) => Number.isFinite(x[i]) && Number.isFinite(y[i]));
  const margin = {left: 46, right: 14, top: 26, bottom: 40};
  const [xDomain, yDomain] = [limits(seen.map((i) => x[i])), limits(seen.map((i) => y[i]))];
  const room = {width: figureWidth(options.width) - margin.left - margin.right, height: (options.height ?? 460) - 66};
  const [dx, dy] = [xDomain[1] - xDomain[0], yDomain[1] - yDomain[0]];
  const scale = Math.min(room.width / dx, room.height / dy);
  const width = Math.round(dx * scale) + margin.left + margin.right;
  const height = Math.round(dy * scale) + margin.top + margin.bottom;
  const {plot, frame} = plotFigure(options, {
    width,
    height,
    margin,
    x: {domain: xDomain, ticks: tickCount(width)},
    y: {domain: yDomain, ticks: Math.max(3, Math.round(height / 70))},
    marks: [
      Plot.ruleX([0], {stroke: "var(--theme-foreground-faintest)"}),
      Plot.ruleY([0], {stroke: "var(--theme-foreground-faintest)"}),
      bottomAxis(`x on the screen (${unit})`),
      Plot.axisY({label: `y on the screen (${unit})`, labelArrow: "none", tickSize: 0})
    ]
  });
  const [px, py] = [plot.scale("x")!.apply, plot.scale("y")!.apply];
  const inside = seen.filter((i) => between(x[i], xDomain) && between(y[i], yDomain));
  const [from, to] = [times[0] ?? 0, times[times.length - 1] ?? 1];
  paintUnder(frame, {width, height}, (context, scheme) => {
    const table = countColors(scheme);
    const colorOfTime = (time: number) => {
      const share = PALEST + (1 - PALEST) * ((time - from) / (to - from || 1));
      const k = 4 * Math.round(255 * share);
      return `rgb(${table[k]},${table[k + 1]},${table[k + 2]})`;
    };
    context.globalAlpha = inside.length > 3000 ? 0.5 : 0.8;
    for (const i of inside) {
      const name = stimuli[i];
      context.fillStyle =
        colorBy === "time"
          ? colorOfTime(times[i])
          : stimulusColorPair(name ?? "spontaneous")[scheme === "light" ? 0 : 1];
      context.fillRect(px(x[i]) - 1, py(y[i]) - 1, 2, 2);
    }
  });
  frame.root.prepend(
    colorBy === "time" ? timeLegend(from, to) : categoryLegend(stimulusCategories(inside.map((i) => stimuli[i])))
  );
  // Made when a reader first points at the map: it takes longer than all else.
  let places: Delaunay<number> | undefined;
  const nearest = (left: number, top: number) => {
    places ??= Delaunay.from(
      inside,
      (i) => px(x[i]),
      (i) => py(y[i])
    );
    return inside[places.find(left, top)];
  };
  makeReadable<number>(frame.surface, frame.readout, {
    at: (left, top) => (inside.length ? nearest(left, top) : null),
    step: (current, step, count) => {
      const index = stepAlong(inside.length, current === null ? null : inside.indexOf(current), step, count);
      return index === null ? null : inside[index];
    },
    describe: (i) =>
      `${decimalText(times[i], 2)} s: x ${read(x[i])}, y ${read(y[i])} ${unit}${stimuli[i] ? ` · ${stimuli[i]}` : ""}`,
    outline: (i) => ({x: px(x[i]) - 4, y: py(y[i]) - 4, width: 8, height: 8})
  });
  return withData(frame.root, () =>
    columnsOf(inside, {
      "Time (s)": (i) => times[i],
      [`x (${unit})`]: (i) => x[i],
      [`y (${unit})`]: (i) => y[i],
      stimulus_name: (i) => stimuli[i]
    })
  );
}

const read = (value: number) => decimalText(value, 2);

const between = (value: number, [least, most]: readonly [number, number]) => value >= least && value <= most;

function limits(values: number[]): [number, number] {
  const [least, most] = [quantile(values, 0.001) ?? -1, quantile(values, 0.999) ?? 1];
  const room = 0.04 * (most - least) || 1;
  return [least - room, most + room];
}

function timeLegend(from: number, to: number): HTMLDivElement {
  const ends = [`${decimalText(from, 0)} s`, `${decimalText(to, 0)} s`] as const;
  const legend = colorLegend({gradient: countGradient, ends, label: "time in the session"});
  // The part of the scale that is used: the gradient is stretched, and begins outside the bar.
  const bar = legend.querySelector<HTMLElement>(".count-legend-bar")!;
  bar.style.backgroundSize = `${100 / (1 - PALEST)}% 100%`;
  bar.style.backgroundPosition = "right";
  return legend;
}

function stimulusCategories(names: (string | null)[]): Category[] {
  return [...new Set(names)].map((name) => ({
    name: name ?? "no stimulus",
    color: stimulusColor(name ?? "spontaneous")
  }));
}
