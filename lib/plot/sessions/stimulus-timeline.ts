import * as Plot from "@observablehq/plot";
import {create} from "d3";
import {decimalText} from "../../words/index.js";
import {sessionTimeAxis} from "../axes/bottom-axis.js";
import {nearestInLane} from "../axes/lanes.js";
import {tickCount} from "../axes/tick-count.js";
import {stimulusColor} from "../color/stimulus-color.js";
import {stimulusMark} from "../color/stimulus-mark.js";
import {drawText} from "../frame/draw-text.js";
import {columnsOf, withData} from "../frame/figure-data.js";
import type {FigureOptions} from "../frame/figure-options.js";
import {figureWidth} from "../frame/figure-width.js";
import {plotFigure} from "../frame/plot-figure.js";
import {makeReadable} from "../frame/readout.js";
import {stepThrough} from "../frame/steps.js";

/** A stretch of the session with one kind of stimulus, in seconds: a row of `stimulusEpochs()`. */
export interface TimelineEpoch {
  /** What was shown; it says on which line it stands. */
  stimulus_name: string;
  /** When it began, in s of the session. */
  start_time: number;
  /** When it ended, in s of the session. */
  stop_time: number;
  /** The number of its block; null for what is in none. */
  stimulus_block: number | null;
}

/** How the timeline is drawn. */
export interface StimulusTimelineOptions extends FigureOptions {
  /** The first and last time shown; the whole of the epochs if not given. */
  domain?: readonly [number, number];
  /** The stimulus to stress; the others are drawn faint. */
  highlight?: string | null;
  /**
   * In thin lines and without a time axis: above another figure that shares its time. Where the screen is narrow that
   * figure's axis would be far away, so there it keeps its own.
   */
  compact?: boolean;
  /** Told which stimulus was chosen with a click or Enter. */
  onChoose?: (stimulusName: string) => void;
}

/** The height a timeline takes for so many kinds of stimulus at a width, in pixels. */
export function stimulusTimelineHeight(kinds: number, width: number, compact = false): number {
  const line = width < NARROW ? 32 : compact ? 17 : 22;
  return kinds * line + (compact && width >= NARROW ? 4 : 44);
}

const NARROW = 560;

/**
 * The stimulus epochs of a session as bars along time, one line per kind of stimulus, each named at its line.
 *
 * @example
 * const epochs = (await session.stimulusEpochs()).objects() as TimelineEpoch[];
 * stimulusTimeline(epochs, {width, ariaLabel: "Stimuli of the session", highlight: "flashes"});
 */
export function stimulusTimeline(epochs: readonly TimelineEpoch[], options: StimulusTimelineOptions): HTMLDivElement {
  const {highlight, onChoose, compact = false} = options;
  const width = figureWidth(options.width);
  const names = [...new Set(epochs.map((epoch) => epoch.stimulus_name))];
  const above = width < NARROW;
  const height = stimulusTimelineHeight(names.length, width, compact);
  const margin = {
    left: above ? (compact ? 66 : 4) : 160,
    right: 12,
    top: 2,
    bottom: compact && !above ? 2 : 42
  };
  const end = epochs.reduce((last, epoch) => Math.max(last, epoch.stop_time), 0);
  const inset = above ? {top: 17, bottom: 3} : compact ? {top: 2, bottom: 2} : {top: 4, bottom: 4};
  const faint = (name: string) => highlight != null && highlight !== name;
  const {plot, frame} = plotFigure(options, {
    width,
    height,
    margin,
    x: {
      axis: null,
      domain: options.domain ? [...options.domain] : [0, end],
      ticks: tickCount(width, 110)
    },
    y: {axis: null, domain: names, padding: 0},
    marks: [
      Plot.gridX({
        stroke: "var(--theme-foreground-faintest)",
        strokeOpacity: 1,
        ticks: tickCount(width, 110)
      }),
      compact && !above ? null : sessionTimeAxis(),
      Plot.barX(epochs, {
        x1: "start_time",
        x2: "stop_time",
        y: "stimulus_name",
        fill: (epoch) => stimulusColor(epoch.stimulus_name),
        fillOpacity: (epoch) => (faint(epoch.stimulus_name) ? 0.35 : 1),
        insetTop: inset.top,
        insetBottom: inset.bottom
      }),
      stimulusNames(names, faint, above)
    ],
    color: {type: "identity"},
    opacity: {type: "identity"}
  });
  const x = plot.scale("x")!.apply;
  const y = plot.scale("y")!;
  const band = y.bandwidth!;
  const inTime = [...epochs].sort((a, b) => a.start_time - b.start_time);
  const lanes = {
    items: inTime,
    kinds: names,
    kindOf: (epoch: TimelineEpoch) => epoch.stimulus_name,
    boxOf: (epoch: TimelineEpoch) => ({
      x: x(epoch.start_time),
      y: y.apply(epoch.stimulus_name) + inset.top,
      width: Math.max(2, x(epoch.stop_time) - x(epoch.start_time)),
      height: band - inset.top - inset.bottom
    }),
    top: margin.top,
    height: band
  };
  makeReadable<TimelineEpoch>(frame.surface, frame.readout, {
    at: (px, py) => nearestInLane(lanes, px, py, 4),
    step: (from, step, count) => stepThrough(inTime, from, step, count),
    describe: (epoch) =>
      `${epoch.stimulus_name}${epoch.stimulus_block == null || Number.isNaN(epoch.stimulus_block) ? "" : `, block ${epoch.stimulus_block}`} · ${decimalText(epoch.start_time, 3)} to ${decimalText(epoch.stop_time, 3)} s · lasts ${decimalText(epoch.stop_time - epoch.start_time, 3)} s`,
    outline: lanes.boxOf,
    onChoose: onChoose && ((epoch) => onChoose(epoch.stimulus_name))
  });
  return withData(frame.root, () =>
    columnsOf(inTime, {
      stimulus_name: ({stimulus_name}) => stimulus_name,
      stimulus_block: ({stimulus_block}) => stimulus_block,
      start_time: ({start_time}) => start_time,
      stop_time: ({stop_time}) => stop_time
    })
  );
}

/** Each kind's mark and name: left of its line, or above it where the screen is narrow. */
function stimulusNames(names: readonly string[], faint: (name: string) => boolean, above: boolean): Plot.Markish {
  return (_index, scales, _values, {marginLeft}) => {
    const y = scales.y as ((name: string) => number) & {bandwidth(): number};
    const group = create<SVGGElement>("svg:g");
    for (const name of names) {
      const middle = above ? y(name) + 9 : y(name) + y.bandwidth() / 2;
      group
        .append("path")
        .attr("d", stimulusMark(name))
        .attr("transform", `translate(${above ? 0 : marginLeft - 26},${middle - 8})`)
        .style("fill", "none")
        .style("stroke", stimulusColor(name))
        .style("stroke-width", 1.4)
        .style("stroke-linecap", "round");
      drawText(group, name, above ? 20 : marginLeft - 32, middle, above ? "start" : "end")
        .attr("dy", "0.34em")
        .style("fill-opacity", faint(name) ? 0.65 : 1);
    }
    return group.node()!;
  };
}
