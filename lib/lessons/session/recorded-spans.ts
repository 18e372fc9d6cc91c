import type {HeldContent, StimulusEpoch} from "../../session/index.js";
import {countedText} from "../../words/index.js";

/** An interval that something was wrong with (s). */
export interface InvalidInterval {
  start_time: number;
  stop_time: number;
  tags?: Iterable<string> | null;
}

/** A bar along the time of the session (s). */
export interface RecordedSpan {
  /** The line it stands on. */
  kind: string;
  start: number;
  stop: number;
  /** What it is, in words. */
  size: string;
  stimulus_name?: string;
  invalid?: boolean;
}

/** What the lines of the figure are called, by the method that gives the data. */
const LINES: Record<string, string | undefined> = {
  spikeTimes: "spikes",
  runningSpeed: "running speed",
  pupilData: "eye tracking",
  optogeneticStimulationEpochs: "light"
};

/** The page of this notebook on what a line of the figure shows: its name, or a place on this page. */
const PAGES = new Map([
  ["stimuli", "stimulus-presentations"],
  ["spikes", "spikes"],
  ["running speed", "running-speed"],
  ["eye tracking", "eye-tracking"],
  ["light", "optogenetic-stimulation"],
  ["invalid", "#invalid-times"]
]);

/** The page on what a line of the figure shows; see {@link recordedSpans}. */
export function pageOfKind(kind: string): string {
  return PAGES.get(kind) ?? "lfp";
}

/** What was recorded, and when: epochs of stimuli, recordings, and invalid intervals. */
export function recordedSpans(
  epochs: readonly Omit<StimulusEpoch, "stimulus_block">[],
  held: readonly HeldContent[],
  invalid: readonly InvalidInterval[]
) {
  const spans: RecordedSpan[] = [
    ...epochs.map(({stimulus_name, start_time, stop_time, duration}) => ({
      kind: "stimuli",
      start: start_time,
      stop: stop_time,
      stimulus_name,
      size: `${stimulus_name} for ${duration.toFixed(1)} s`
    })),
    ...held
      .filter(({method, start_time}) => Number.isFinite(start_time) && (LINES[method] || method.startsWith("lfp")))
      .map(({method, size, start_time, stop_time}) => ({
        kind: LINES[method] ?? method.replace(/lfp\((.*)\)/, "LFP, $1"),
        start: start_time,
        stop: stop_time,
        size
      })),
    ...invalid.map(({start_time, stop_time, tags}) => ({
      kind: "invalid",
      start: start_time,
      stop: stop_time,
      size: Array.from(tags ?? []).join(", "),
      invalid: true
    }))
  ];
  const minutes = Math.round(spans.reduce((last, {stop}) => Math.max(last, stop), 0) / 60);
  const stimuli = new Set(epochs.map(({stimulus_name}) => stimulus_name));
  return {
    data: [spans] as const,
    options: {
      ariaLabel: "What was recorded, and when",
      ariaDescription: `${new Set(spans.map(({kind}) => kind)).size} kinds of data as bars along the time of the session`,
      hint: "Point at a bar, or use the arrow keys, to read it; choose it to see its page."
    },
    caption: `${minutes} minutes; colours of the first line are those of the stimuli (${countedText(epochs.length, "epochs")} of ${countedText(stimuli.size, "kinds")}).`
  };
}
