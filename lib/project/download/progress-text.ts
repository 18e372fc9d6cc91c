import {basename} from "node:path";
import type {DownloadProgress} from "./download-options.js";

/** A number of bytes for people, such as "2.58 GB": powers of 1000, three digits. */
export function bytesText(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let power = 0;
  for (; bytes >= 999.5 && power < units.length - 1; power++) bytes /= 1000;
  return `${power === 0 ? bytes.toFixed(0) : bytes.toPrecision(3)} ${units[power]}`;
}

/** A time for people, such as "1 h 02 min". */
export function timeText(seconds: number): string {
  if (seconds < 99.5) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 100
    ? `${minutes} min`
    : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min`;
}

/** How long it will take at this speed, in s; null where it cannot be told. */
export function secondsLeft({received, size}: DownloadProgress, speed: number | null): number | null {
  return size === null || !speed ? null : (size - received) / speed;
}

/**
 * How far a file is, in a line.
 * @param speed bytes per second; null where it cannot be told
 */
export function progressText(progress: DownloadProgress, speed: number | null): string {
  const {path, state, received, size, reason, delay} = progress;
  const name = basename(path);
  const amount = size === null ? bytesText(received) : `${bytesText(received)} of ${bytesText(size)}`;
  switch (state) {
    case "waiting":
      return `${name}  another process is fetching it`;
    case "retrying":
      return `${name}  ${amount}  again in ${timeText((delay ?? 0) / 1000)}: ${reason}`;
    case "verifying":
      return `${name}  ${amount}  verifying`;
    case "done":
      return `${name}  ${bytesText(size ?? received)}  complete`;
    case "fetching": {
      const left = secondsLeft(progress, speed);
      const share = size ? [`${Math.floor((100 * received) / size)} %`] : [];
      const pace = speed === null ? [] : [`${bytesText(speed)}/s`];
      return [name, amount, ...share, ...pace, ...(left === null ? [] : [`${timeText(left)} left`])].join("  ");
    }
  }
}
