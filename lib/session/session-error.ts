import {TaggedError} from "../tagged-error.js";

/**
 * What can be wrong with a question to a session:
 * - `unknown-id`: a unit, presentation or probe that the session does not have (or whose filters removed it)
 * - `wrong-argument`: bin edges that decrease, an option that is not one
 * - `not-in-snapshot`: the snapshot at hand was cut to something else
 * - `no-lfp`: the probe has no LFP, or its file was not named
 * - `not-allen`: the file is NWB 2, but not in the layout of the Allen Institute's sessions
 */
export class SessionError extends TaggedError<
  "unknown-id" | "wrong-argument" | "not-in-snapshot" | "no-lfp" | "not-allen"
> {}
