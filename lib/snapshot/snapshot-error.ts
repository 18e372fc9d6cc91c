import {TaggedError} from "../tagged-error.js";

/**
 * What can be wrong with a snapshot: it could not be fetched, its bytes are not those that they should be, it is no snapshot, another
 * version of this library wrote it, or it is of another session.
 */
export class SnapshotError extends TaggedError<
  "not-fetched" | "damaged" | "not-a-snapshot" | "other-version" | "other-session"
> {}
