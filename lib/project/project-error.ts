import {TaggedError} from "../tagged-error.js";

/** What can be wrong between the project's archives and a cache folder, as opposed to inside a session file. */
export class ProjectError extends TaggedError<"bad-file-name"> {}
