import type {TimeWindow} from "../../session/index.js";
import {decimalText, roundedText} from "../../words/index.js";

/** Which part of the session the spikes of the page are from (s). */
export function stretchText([start, stop]: TimeWindow): string {
  const minutes = decimalText((stop - start) / 60, 1);
  const [from, to] = [start, stop].map((time) => decimalText(time, 1));
  return `from ${from} to ${to} s of the session, ${minutes} minutes, the same for all probes`;
}

/** Seconds in milliseconds, with at most two decimals and no unit: "0.5". */
export function millisecondsText(seconds: number): string {
  return roundedText(seconds * 1000, 2);
}

/** The lags (s) of a test in milliseconds: "1 to 4". */
export function lagsText(lags: readonly [from: number, to: number]): string {
  return lags.map(millisecondsText).join(" to ");
}
