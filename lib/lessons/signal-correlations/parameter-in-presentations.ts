import {isBlankSweep, type Presentation} from "../correlations/index.js";

/** The value of a parameter in each presentation; null in blank sweeps. */
export function parameterInPresentations(presentations: readonly Presentation[], name: string): (number | null)[] {
  return presentations.map((presentation) =>
    isBlankSweep(presentation, {}) ? null : (presentation[name] as number | null)
  );
}
