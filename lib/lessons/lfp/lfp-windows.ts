import {least} from "d3";
import type {LfpOverview} from "../../session/index.js";
import {countedText} from "../../words/index.js";

/** A window of a probe's LFP that the page can load; times in s of the session. */
export interface LfpWindow {
  /** Which of the probe's windows, from 0. */
  index: number;
  start: number;
  stop: number;
  /** What the reader chooses it by. */
  name: string;
  /** From when its figures count time: the first flash in the window around it, 0 in the others. */
  origin: number;
}

/**
 * The windows of a probe, those of an overview of its LFP; none without LFP.
 * @param firstFlash when the first flash began (s); undefined in a session without flashes
 */
export function lfpWindows(overview: LfpOverview | null | undefined, firstFlash: number | undefined): LfpWindow[] {
  return (overview?.windows ?? []).map(([start, stop], index) => {
    const isAround = index === 0 && firstFlash !== undefined && start < firstFlash && firstFlash < stop;
    const times = `${start.toFixed(1)} to ${stop.toFixed(1)} s`;
    return {
      index,
      start,
      stop,
      name: isAround ? `around the first flash, ${times}` : times,
      origin: isAround ? firstFlash : 0
    };
  });
}

/** The window whose middle is nearest to a time (s). */
export function nearestWindow(windows: readonly LfpWindow[], time: number): LfpWindow | undefined {
  return least(windows, ({start, stop}) => Math.abs((start + stop) / 2 - time));
}

/** What the page loads of a probe, in a sentence. */
export function windowsText(windows: readonly LfpWindow[]): string {
  if (windows.length === 0) {
    return "The file of this probe was not at hand when this site was built, so there is nothing to show of it";
  }
  const [{start, stop}] = windows;
  return `Of each probe this page loads ${countedText(windows.length, "windows")}, one at a time: ${(stop - start).toFixed(0)} s around the first flash, and the others at the beginning, middle and end of the recording`;
}
