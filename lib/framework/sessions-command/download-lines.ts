import {basename} from "node:path";
import type {DownloadProgress} from "../../project/index.js";
import {byteCount, duration} from "./units.js";

/** Where lines go: standard error, or what a test takes for it. */
export interface LineStream {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
}

/** Over how much time the speed is taken, in ms. */
const SPEED_WINDOW = 5000;
/** In a log, a line for each tenth of a file; in JSON, at most one object a second besides changes of state. */
const TENTHS = 10;
const JSON_INTERVAL = 1000;

/**
 * Says how far downloads have come. On a terminal: one line for each file, rewritten as bytes arrive, with speed and time left. In
 * a log: a line for every tenth of a file, and for what is tried again. With `json`: an object on each line.
 */
export function downloadLines(
  stream: LineStream,
  {json = false, now = Date.now}: {json?: boolean; now?: () => number} = {}
): (progress: DownloadProgress) => void {
  let last = {path: "", state: "", tenth: -1, time: Number.NEGATIVE_INFINITY};
  let samples: {time: number; received: number}[] = [];
  return (progress) => {
    const {path, state, received, size} = progress;
    const time = now();
    if (path !== last.path) samples = [];
    samples = [...samples.filter((sample) => time - sample.time < SPEED_WINDOW), {time, received}];
    const changed = path !== last.path || state !== last.state;
    const tenth = size ? Math.floor((TENTHS * received) / size) : 0;
    const isNews = changed || (json ? time - last.time >= JSON_INTERVAL : tenth > last.tenth);
    if (json) {
      if (isNews) stream.write(`${JSON.stringify({event: "download", ...progress})}\n`);
    } else if (stream.isTTY) {
      const line = describe(progress, speedOf(samples)).slice(0, Math.max(20, (stream.columns ?? 80) - 1));
      stream.write(`\r\x1b[K${line}${state === "done" ? "\n" : ""}`);
    } else if (isNews) stream.write(`${describe(progress, speedOf(samples))}\n`);
    if (isNews) last = {path, state, tenth, time};
  };
}

function describe({path, state, received, size, resumed, reason, delay}: DownloadProgress, speed: number): string {
  const name = basename(path);
  if (state === "waiting") return `${name}: another process is fetching it; waiting`;
  if (state === "retrying") return `${name}: ${reason}; again in ${duration((delay ?? 0) / 1000)}`;
  if (state === "verifying") return `${name}: all ${byteCount(received)} are here; checking`;
  if (state === "done") return `${name}: ${byteCount(received || (size ?? 0))}, whole`;
  const share = size ? `${Math.floor((100 * received) / size)} % of ${byteCount(size)}` : byteCount(received);
  const left = speed > 0 && size ? `, ${duration((size - received) / speed)} left` : "";
  const earlier = resumed > 0 && received === resumed ? `, ${byteCount(resumed)} from an earlier run` : "";
  return `${name}: ${share}${speed > 0 ? `, ${byteCount(speed)}/s` : ""}${left}${earlier}`;
}

/** In bytes a second; 0 while it cannot be told. */
function speedOf(samples: {time: number; received: number}[]): number {
  const [first, last] = [samples[0], samples[samples.length - 1]];
  return last.time > first.time ? (1000 * (last.received - first.received)) / (last.time - first.time) : 0;
}
