/** Files behind addresses, in Node. */
export {NodeRemoteNwb, type RemoteOptions} from "./node-remote-nwb.js";
