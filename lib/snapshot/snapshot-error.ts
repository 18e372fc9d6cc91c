import {TaggedError} from "../tagged-error.js";

/** What can be wrong with a snapshot: it is not one, or it was written by another version of this library. */
export class SnapshotError extends TaggedError<"not-a-snapshot" | "other-version"> {}
