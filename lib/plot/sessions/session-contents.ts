import {create, max} from "d3";
import {decimalText} from "../../words/index.js";
import {sessionTimeAxis} from "../axes/bottom-axis.js";
import {drawBox, drawLaneLine, nearestInLane} from "../axes/lanes.js";
import {tickCount} from "../axes/tick-count.js";
import {stimulusColor} from "../color/stimulus-color.js";
import {drawText} from "../frame/draw-text.js";
import {columnsOf, withData} from "../frame/figure-data.js";
import type {FigureOptions} from "../frame/figure-options.js";
import {figureWidth} from "../frame/figure-width.js";
import {plotFigure} from "../frame/plot-figure.js";
import {makeReadable, type Outline} from "../frame/readout.js";
import {stepThrough} from "../frame/steps.js";

/** A stretch of the session for which there is data of one kind. */
export interface RecordedSpan {
  /** The line it stands on: "running speed". */
  kind: string;
  /** When it begins, in s of the session. */
  start: number;
  /** When it ends, in s of the session. */
  stop: number;
  /** How much there is, in words, for the readout. */
  size: string;
  /** The stimulus, for stretches in which one was shown; it gives the colour. */
  stimulus_name?: string;
  /** Whether the stretch is one to be left out. */
  invalid?: boolean;
}

/** How the chart is drawn. */
export interface SessionContentsOptions extends FigureOptions {
  /** Told which line was chosen with a click or Enter. */
  onChoose?: (kind: string) => void;
}

const LINE = 25;

/**
 * What a session's files hold, along its clock: one line for each kind of data.
 *
 * @example
 * const spans = [{kind: "running speed", start: 0, stop: 9000, size: "540,000 samples"}];
 * sessionContents(spans, {width, ariaLabel: "What the session's files hold"});
 */
export function sessionContents(spans: readonly RecordedSpan[], options: SessionContentsOptions): HTMLDivElement {
  const {onChoose} = options;
  const width = figureWidth(options.width);
  const kinds = [...new Set(spans.map(({kind}) => kind))];
  const margin = {left: width < 560 ? 104 : 150, right: 12, top: 4, bottom: 42};
  const height = kinds.length * LINE + margin.top + margin.bottom;
  const {plot, frame} = plotFigure(options, {
    width,
    height,
    margin,
    x: {domain: [0, max(spans, ({stop}) => stop) ?? 1], ticks: tickCount(width, 120)},
    y: {type: "band", axis: null, domain: kinds, padding: 0},
    marks: [
      sessionTimeAxis(),
      (_index, scales) => {
        const [x, y] = [scales.x as (seconds: number) => number, scales.y as (kind: string) => number];
        const group = create<SVGGElement>("svg:g");
        for (const kind of kinds) {
          drawLaneLine(group, margin.left, width - margin.right, y(kind) + LINE / 2);
          drawText(group, kind, margin.left - 10, y(kind) + LINE / 2, "end").attr("dy", "0.34em");
        }
        for (const span of spans) drawBox(group, boxIn(span, x, y)).style("fill", colorOf(span));
        return group.node()!;
      }
    ]
  });
  const lanes = {
    items: spans,
    kinds,
    kindOf: ({kind}: RecordedSpan) => kind,
    boxOf: (span: RecordedSpan) => boxIn(span, plot.scale("x")!.apply, plot.scale("y")!.apply),
    top: margin.top,
    height: LINE
  };
  makeReadable<RecordedSpan>(frame.surface, frame.readout, {
    // A line's name stands for all of it.
    at: (px, py) => nearestInLane(lanes, px, py, px < margin.left ? Number.POSITIVE_INFINITY : 4),
    step: (from, step, count) => stepThrough(spans, from, step, count),
    describe: ({kind, start, stop, size}) => `${kind}: ${decimalText(start, 2)} to ${decimalText(stop, 2)} s · ${size}`,
    outline: lanes.boxOf,
    onChoose: onChoose && (({kind}) => onChoose(kind))
  });
  return withData(frame.root, () =>
    columnsOf(spans, {
      kind: ({kind}) => kind,
      start_time: ({start}) => start,
      stop_time: ({stop}) => stop,
      size: ({size}) => size
    })
  );
}

function boxIn(
  {kind, start, stop}: RecordedSpan,
  x: (seconds: number) => number,
  y: (kind: string) => number
): Outline {
  return {x: x(start), y: y(kind) + 6, width: Math.max(2, x(stop) - x(start)), height: LINE - 12};
}

function colorOf({stimulus_name, invalid}: RecordedSpan): string {
  if (stimulus_name !== undefined) return stimulusColor(stimulus_name);
  return invalid ? "var(--error)" : "var(--theme-foreground-muted)";
}
