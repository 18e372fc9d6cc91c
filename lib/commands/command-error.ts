import {TaggedError} from "../tagged-error.js";

/** What can stop a command of this project, as opposed to what is wrong with a session or with the archives. */
export class CommandError extends TaggedError<"build-failed" | "browser-not-found"> {}
