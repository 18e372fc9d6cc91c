/** Sessions in a folder of AllenSDK's cache layout, and their snapshots. Runs in Node only. */
export {type CachedSession, openCachedSession} from "./open-cached-session.js";
export {type PlantedDetails, plantedContent} from "./planted-content.js";
export {readChannelColumns} from "./read-channel-columns.js";
export {type SnapshotContent, snapshotOf} from "./snapshot-of.js";
