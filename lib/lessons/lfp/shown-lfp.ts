import {quantile} from "d3";
import type {DataArray} from "../../array/index.js";
import type {Flash} from "../presentations/index.js";
import type {ChannelRow} from "./channel-rows.js";
import type {LfpWindow} from "./lfp-windows.js";

/** LFP as figures take it. Times are in s from the origin of its window. */
export interface ShownLfp {
  rows: readonly ChannelRow[];
  times: Float64Array;
  /** Channel by channel, µV. */
  microvolts: Float32Array;
  /** The flashes in it. */
  stimuli: {stimulus_name: string; start: number; stop: number}[];
  timeLabel: string;
}

/**
 * @param lfp time × channel (V); none of a probe whose LFP is not at hand
 * @param rows the channels to show
 */
export function shownLfp(
  lfp: DataArray | null | undefined,
  {
    rows,
    window,
    flashes
  }: {
    rows: readonly ChannelRow[];
    window: LfpWindow | null;
    flashes: readonly Pick<Flash, "start_time" | "stop_time">[];
  }
): ShownLfp | null {
  if (!lfp || !window) return null;
  const {origin} = window;
  const times = Float64Array.from(lfp.coords.time as ArrayLike<number>, (seconds) => seconds - origin);
  const microvolts = new Float32Array(rows.length * times.length);
  rows.forEach(({id}, row) => {
    const volts = lfp.sel("channel", id).values;
    for (let i = 0; i < times.length; i++) microvolts[row * times.length + i] = volts[i] * 1e6;
  });
  return {
    rows,
    times,
    microvolts,
    stimuli: flashes
      .map(({start_time, stop_time}) => ({
        stimulus_name: "flashes",
        start: start_time - origin,
        stop: stop_time - origin
      }))
      .filter(({start, stop}) => start < times[times.length - 1] && stop > times[0]),
    timeLabel: origin ? "time from the first flash (s)" : "time in the session (s)"
  };
}

/** The share of the magnitudes that lie within the scale of the image. */
export const WITHIN_SCALE = 0.995;

/**
 * Where the scale of an image ends (µV): beyond nearly all magnitudes, so that a few large ones do not make the rest pale.
 * @param lfp V; samples that are missing do not count
 */
export function largeMagnitude(lfp: DataArray | null | undefined): number {
  const magnitudes = Float32Array.from(lfp?.values ?? [], Math.abs)
    .filter(Number.isFinite)
    .sort();
  return 1e6 * (quantile(magnitudes, WITHIN_SCALE) ?? Number.NaN) || 1;
}
