/**
 * Files behind addresses, in a worker of a page.
 *
 * @module neuropixels-notebook/browser
 */

export type {Patience} from "../range-reader.js";
export {BrowserRemoteNwb} from "./browser-remote-nwb.js";
