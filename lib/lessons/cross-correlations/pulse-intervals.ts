import type {Interval} from "../../analysis/responses/index.js";
import type {TimeWindow} from "../../session/index.js";
import {countedText, type RowTable} from "../../words/index.js";
import {millisecondsText} from "./stretch-text.js";

/** How long before and after a pulse of light spikes are left out (s). */
export interface AroundPulse {
  before: number;
  after: number;
}

/** The intervals (s) around those pulses of light that reach into a stretch of time. */
export function pulseIntervals(epochs: RowTable, {before, after}: AroundPulse, stretch: TimeWindow): Interval[] {
  return (epochs.objects() as {start_time: number; stop_time: number}[])
    .map((pulse): Interval => [pulse.start_time - before, pulse.stop_time + after])
    .filter(([start, stop]) => stop > stretch[0] && start < stretch[1]);
}

/** How many pulses there are, and how much around each is left out. */
export function pulsesText({length}: readonly Interval[], {before, after}: AroundPulse): string {
  if (length === 0) return "this stretch of the session has none";
  const [from, to] = [before, after].map(millisecondsText);
  return `${countedText(length, "pulses")}, each from ${from} ms before it to ${to} ms after it`;
}
