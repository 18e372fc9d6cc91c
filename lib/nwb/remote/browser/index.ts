/** Files behind addresses, in a worker of a page. */

export type {Patience} from "../range-reader.js";
export {BrowserRemoteNwb} from "./browser-remote-nwb.js";
