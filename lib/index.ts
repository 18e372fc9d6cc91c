/**
 * What every page, loader and script uses, on any platform: sessions, arrays, snapshots, files and counting. What not all of
 * them need has a door of its own, so that a page loads only what it uses: analyses (lib/analysis/index.ts), AllenSDK's
 * stimulus metrics (lib/session/stimulus-metrics/index.ts) and figures (lib/plot/index.ts).
 *
 * @module neuropixels-notebook
 */
export * from "./analysis/counting/index.js";
export {
  ArrayError,
  type ArrayValues,
  arange,
  type Coordinate,
  DataArray,
  type DataArrayParts,
  linspace
} from "./array/index.js";
export {RequestError, type RequestErrorTag} from "./http/index.js";
export * from "./nwb/index.js";
export * from "./session/index.js";
export * from "./snapshot/index.js";
export {type ErrorDetails, TaggedError} from "./tagged-error.js";
