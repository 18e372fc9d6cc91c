import type {DownloadProgress} from "./download-options.js";
import {progressText, secondsLeft} from "./progress-text.js";
import {Speedometer} from "./speedometer.js";

/** Where and how it is told how far downloads are. */
export interface ReporterOptions {
  /** By default standard error. */
  stream?: {write(text: string): unknown; isTTY?: boolean; columns?: number};
  /**
   * - `terminal`: a line for each file that is on its way, rewritten; the default on a terminal
   * - `lines`: a line at the beginning, at every fifth of the way, when something fails, and at the end; the default elsewhere
   * - `json`: an object in each line, when the state changes and every second
   */
  format?: "terminal" | "lines" | "json";
  /** The time in ms, for tests. */
  now?: () => number;
}

/** What is remembered of a file on its way. */
interface Way {
  progress: DownloadProgress;
  meter: Speedometer;
  /** When something was last written of it. */
  told: number;
  /** How many fifths of the way have been told. */
  fifths: number;
}

/** How often lines on a terminal are rewritten, and objects written, at most, in ms. */
const EVERY = {terminal: 100, json: 1000};

/**
 * Tells how far downloads are: bytes, speed, and time left, of several files at once.
 * @returns a function for the option `onProgress`
 */
export function downloadReporter(options: ReporterOptions = {}): (progress: DownloadProgress) => void {
  const {stream = process.stderr, now = Date.now} = options;
  const format = options.format ?? (stream.isTTY ? "terminal" : "lines");
  const ways = new Map<string, Way>();
  let drawn = 0;
  let drawnAt = Number.NEGATIVE_INFINITY;

  return (progress) => {
    const time = now();
    const way = ways.get(progress.path) ?? {
      progress,
      meter: new Speedometer(),
      told: Number.NEGATIVE_INFINITY,
      fifths: -1
    };
    const changed = !ways.has(progress.path) || way.progress.state !== progress.state || progress.state === "retrying";
    ways.set(progress.path, way);
    way.progress = progress;
    way.meter.mark(time, progress.received);
    if (format === "terminal") draw(time, changed);
    else if (format === "json") writeObject(way, time, changed);
    else writeLine(way, time, changed);
    if (progress.state === "done") ways.delete(progress.path);
  };

  function draw(time: number, changed: boolean): void {
    if (!changed && time - drawnAt < EVERY.terminal) return;
    // Some terminals say that they have no columns.
    const width = Math.max(20, (stream.columns || 80) - 1);
    const texts = [...ways.values()]
      .sort((a, b) => Number(b.progress.state === "done") - Number(a.progress.state === "done")) // these stay above
      .map(({progress, meter}) => progressText(progress, meter.speed(time)).slice(0, width));
    const up = drawn > 0 ? `\x1b[${drawn}A` : "";
    stream.write(`${up}\r\x1b[J${texts.map((text) => `${text}\n`).join("")}`);
    drawn = [...ways.values()].filter(({progress}) => progress.state !== "done").length;
    drawnAt = time;
  }

  function writeObject(way: Way, time: number, changed: boolean): void {
    if (!changed && time - way.told < EVERY.json) return;
    way.told = time;
    const speed = way.meter.speed(time);
    const left = way.progress.state === "fetching" ? secondsLeft(way.progress, speed) : null;
    stream.write(`${JSON.stringify({...way.progress, bytesPerSecond: speed, secondsLeft: left})}\n`);
  }

  function writeLine(way: Way, time: number, changed: boolean): void {
    const {state, received, size} = way.progress;
    const fifths = size ? Math.floor((5 * received) / size) : 0;
    const further = state === "fetching" && fifths > way.fifths && fifths < 5;
    if (state === "fetching" ? !further : !changed || state === "verifying") return;
    way.fifths = Math.max(fifths, way.fifths);
    stream.write(`${progressText(way.progress, way.meter.speed(time))}\n`);
  }
}
