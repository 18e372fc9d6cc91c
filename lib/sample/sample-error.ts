import {TaggedError} from "../tagged-error.js";

/** An error in making the sample: the directory is somebody else's. */
export class SampleError extends TaggedError<"directory-in-use"> {}
