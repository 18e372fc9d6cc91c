import {TaggedError} from "../tagged-error.js";

/** What can be wrong with a labelled array: a shape that does not fit, a dimension or a label that is not there. */
export class ArrayError extends TaggedError<"wrong-shape" | "unknown-dimension" | "unknown-label"> {}
