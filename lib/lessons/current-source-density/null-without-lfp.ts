import {TaggedError} from "../../tagged-error.js";

/**
 * For whoever can go on without a probe's LFP: makes null of the error that there is none, or that its file was not at hand.
 * @throws whatever else went wrong
 *
 * @example
 * const csd = await session.currentSourceDensity(probe.id).catch(nullWithoutLfp);
 */
export function nullWithoutLfp(error: unknown): null {
  if (error instanceof TaggedError && error.tag === "no-lfp") return null;
  throw error;
}
