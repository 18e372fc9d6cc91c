/** Files behind addresses, in a worker of a page. */
export {BrowserRemoteNwb} from "./browser-remote-nwb.js";
