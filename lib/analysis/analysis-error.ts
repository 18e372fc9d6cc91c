import {TaggedError} from "../tagged-error.js";

/**
 * What can be wrong with the question that an analysis is asked: arguments that do not belong together, a number that
 * has no meaning there, or too few data for an answer. Data that merely give no number (a unit without spikes, a
 * constant response) are no error: their result is NaN, as each function says.
 */
export class AnalysisError extends TaggedError<"wrong-shape" | "wrong-argument" | "too-few-data"> {}
