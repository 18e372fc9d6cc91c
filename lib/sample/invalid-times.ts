import {IDENTITY} from "./identity.js";
import type {Presentation} from "./presentation.js";
import {PROBES} from "./probes.js";

/** A stretch of the session that should not be used, and of what. Times in seconds. */
export interface InvalidInterval {
  start: number;
  stop: number;
  /** Kind of object, its id, and what of it is invalid. */
  tags: [type: string, id: string, label: string];
}

/** Two stretches in which the stimulus is not to be trusted, and one, where its LFP is, in which probe E is not. */
export function makeInvalidTimes(presentations: readonly Presentation[]): InvalidInterval[] {
  const session = String(IDENTITY.sessionId);
  const flashes = presentations.filter(({stimulusName}) => stimulusName === "flashes");
  const gratings = presentations.filter(({stimulusName}) => stimulusName === "static_gratings");
  const probeE = PROBES[4];
  return [
    {start: flashes[40].start - 0.31, stop: flashes[41].stop + 0.07, tags: ["EcephysSession", session, "stimulus"]},
    {start: gratings[100].start + 0.05, stop: gratings[107].stop - 0.05, tags: ["EcephysSession", session, "stimulus"]},
    {
      start: flashes[26].start - 0.4,
      stop: flashes[27].start + 0.6,
      tags: ["EcephysProbe", String(probeE.id), probeE.name]
    }
  ];
}
