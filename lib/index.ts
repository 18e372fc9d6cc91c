/** Everything that a page, a loader or a script may use, on any platform. */
export * from "./analysis/index.js";
export * from "./array/index.js";
export * from "./nwb/index.js";
export * from "./session/index.js";
export * from "./snapshot/index.js";
export {type ErrorDetails, TaggedError} from "./tagged-error.js";
