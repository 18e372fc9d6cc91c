import {TaggedError} from "../tagged-error.js";

/** What can be wrong with how the site is set up, as opposed to what is wrong inside a session file. */
export class FrameworkError extends TaggedError<
  "sessions-not-found" | "session-unknown" | "build-failed" | "loader-parameter-missing" | "browser-not-found"
> {}
