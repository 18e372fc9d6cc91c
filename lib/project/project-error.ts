import {TaggedError} from "../tagged-error.js";

/** What can be wrong between the project's archives and a cache folder, as opposed to inside a session file. */
export class ProjectError extends TaggedError<
  | "bad-file-name"
  | "bad-table"
  | "bad-template"
  | "bad-manifest"
  | "not-found"
  | "wrong-argument"
  | "source-failed"
  | "bad-reply"
  | "unreadable"
  // of the sessions that are shown
  | "sessions-not-found"
  | "session-unknown"
  | "loader-parameter-missing"
  // of downloads
  | "offline"
  | "damaged"
  | "wrong-content"
  | "wrong-digest"
  | "disk-full"
  | "not-writable"
> {}
