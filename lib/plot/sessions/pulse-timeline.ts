import {create, max} from "d3";
import {decimalText, pulseKind} from "../../words/index.js";
import {sessionTimeAxis} from "../axes/bottom-axis.js";
import {drawBox, drawLaneLine, nearestInLane} from "../axes/lanes.js";
import {tickCount} from "../axes/tick-count.js";
import {themedColor} from "../color/color-pair.js";
import {drawText} from "../frame/draw-text.js";
import {columnsOf, withData} from "../frame/figure-data.js";
import type {SizedFigureOptions} from "../frame/figure-options.js";
import {figureWidth} from "../frame/figure-width.js";
import {plotFigure} from "../frame/plot-figure.js";
import {makeReadable, type Outline} from "../frame/readout.js";
import {stepThrough} from "../frame/steps.js";

/** A pulse of light, as a row of `optogeneticStimulationEpochs()`. */
export interface LightPulse {
  /** The id of its row. */
  id: number;
  /** When it began, in s of the session. */
  start_time: number;
  /** When it ended, in s of the session. */
  stop_time: number;
  /** The shape of the light over time, in words. */
  condition: string;
  /** How strong the light was, as the voltage that drove it. */
  level: number;
  /** The name of its kind. */
  stimulus_name: string;
  /** How long it lasts, in s. */
  duration: number;
}

/** The colour of light. */
const light = themedColor(["#1c6fd1", "#7db7ff"]);

/** How the timeline is drawn. */
export interface PulseTimelineOptions extends SizedFigureOptions {
  /** Draws these pulses strong and the others faint; all strong if not given. */
  stressed?: (pulse: LightPulse) => boolean;
}

/**
 * Pulses of light along time, one line for each kind; the higher a pulse, the stronger the light.
 *
 * @example
 * const pulses = (await session.optogeneticStimulationEpochs()).objects() as LightPulse[];
 * pulseTimeline(pulses, {width, ariaLabel: "Pulses of light", stressed: ({level}) => level > 1});
 */
export function pulseTimeline(pulses: readonly LightPulse[], options: PulseTimelineOptions): HTMLDivElement {
  const {height = 240, stressed = () => true} = options;
  const width = figureWidth(options.width);
  const kinds = [...new Set(pulses.map(pulseKind))].sort();
  const margin = {left: 8, right: 12, top: 4, bottom: 42};
  const strongest = max(pulses, ({level}) => level) || 1;
  const inTime = [...pulses].sort((a, b) => a.start_time - b.start_time);
  const {plot, frame} = plotFigure(options, {
    width,
    height,
    margin,
    x: {
      domain: [inTime[0]?.start_time ?? 0, max(pulses, ({stop_time}) => stop_time) ?? 1],
      ticks: tickCount(width, 110)
    },
    y: {type: "band", axis: null, domain: kinds, padding: 0},
    marks: [
      sessionTimeAxis(),
      (_index, scales) => {
        const x = scales.x as (seconds: number) => number;
        const y = scales.y as ((kind: string) => number) & {bandwidth(): number};
        const group = create<SVGGElement>("svg:g");
        for (const kind of kinds) {
          const base = y(kind) + y.bandwidth() - 2;
          drawLaneLine(group, margin.left, width - margin.right, base);
          drawText(group, kind, margin.left, y(kind) + 12).style("font-weight", 600);
        }
        for (const pulse of inTime) {
          drawBox(group, boxOf(pulse, x, y, strongest))
            .style("fill", light)
            .style("fill-opacity", stressed(pulse) ? 1 : 0.2);
        }
        return group.node()!;
      }
    ]
  });
  const x = plot.scale("x")!.apply;
  const band = plot.scale("y")!;
  const y = Object.assign((kind: string) => band.apply(kind) as number, {bandwidth: () => band.bandwidth!});
  const lanes = {
    items: inTime,
    kinds,
    kindOf: pulseKind,
    boxOf: (pulse: LightPulse) => boxOf(pulse, x, y, strongest),
    top: margin.top,
    height: band.bandwidth!
  };
  makeReadable<LightPulse>(frame.surface, frame.readout, {
    at: (px, py) => nearestInLane(lanes, px, py, 6),
    step: (from, step, count) => stepThrough(inTime, from, step, count),
    describe: (pulse) =>
      `pulse ${pulse.id} · ${pulse.condition} · level ${pulse.level} · ${decimalText(pulse.start_time, 4)} to ${decimalText(pulse.stop_time, 4)} s`,
    outline: lanes.boxOf
  });
  return withData(frame.root, () =>
    columnsOf(inTime, {
      id: ({id}) => id,
      stimulus_name: ({stimulus_name}) => stimulus_name,
      condition: ({condition}) => condition,
      level: ({level}) => level,
      start_time: ({start_time}) => start_time,
      stop_time: ({stop_time}) => stop_time,
      duration: ({duration}) => duration
    })
  );
}

function boxOf(
  pulse: LightPulse,
  x: (seconds: number) => number,
  y: ((kind: string) => number) & {bandwidth(): number},
  strongest: number
): Outline {
  const kind = pulseKind(pulse);
  const tallest = Math.max(4, y.bandwidth() - 20);
  const height = (pulse.level / strongest) * tallest;
  const width = Math.max(2.5, x(pulse.stop_time) - x(pulse.start_time));
  return {x: x(pulse.start_time), y: y(kind) + y.bandwidth() - 2 - height, width, height};
}
