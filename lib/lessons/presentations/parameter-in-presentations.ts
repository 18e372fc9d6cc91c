import {isBlankSweep} from "./blank-sweep.js";
import type {Presentation} from "./presentation.js";

/** The value of a parameter in each presentation; null in blank sweeps. */
export function parameterInPresentations(presentations: readonly Presentation[], name: string): (number | null)[] {
  return presentations.map((presentation) =>
    isBlankSweep(presentation, {}) ? null : (presentation[name] as number | null)
  );
}
