import {countedText} from "../../words/index.js";

/** What the session at a glance is made of. */
export interface SessionGlance {
  sessionId: number;
  units: number;
  probes: number;
  /** Stretches in which one kind of stimulus was shown, in the order of time (s). */
  epochs: readonly {start_time: number; stop_time: number}[];
  /** The edges of the bins of activity (s). */
  edges: ArrayLike<number>;
}

/** The session at a glance, in a sentence. */
export function sessionSummary({sessionId, units, probes, epochs, edges}: SessionGlance): string {
  const width = edges[1] - edges[0];
  return `Session ${sessionId}: ${countedText(units, "units")} on ${countedText(probes, "probes")}, and ${epochs.length} stimulus epochs over ${Math.round(minutesOf(epochs))} minutes, from the first presentation to the last, in bins of at least ${width.toFixed(1)} s.`;
}

/** How long stimuli were shown, in words; a recorded session is told in hours. */
export function sessionLength(epochs: SessionGlance["epochs"]): string {
  const minutes = minutesOf(epochs);
  if (minutes >= 100) return `${(minutes / 60).toFixed(1)} hours`;
  return `${Math.round(minutes)} minutes (two and a half hours in a session of full length)`;
}

function minutesOf(epochs: SessionGlance["epochs"]): number {
  return epochs.length > 0 ? (epochs[epochs.length - 1].stop_time - epochs[0].start_time) / 60 : 0;
}
