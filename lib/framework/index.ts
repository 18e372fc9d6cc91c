// What the site needs beyond Observable Framework: modules without a network, fresh snapshots, sessions by a setting.
// Node only. Data loaders import loader.ts instead, so that a snapshot does not depend on how the site is put together.
export {explainTerms} from "./explained-terms.js";
export {deleteStaleSnapshots, type SnapshotOrigins} from "./fresh-snapshots.js";
export {type OfflineModules, provideOfflineModules} from "./offline-modules.js";
export {progressLine} from "./progress.js";
export {provideSessions} from "./provide-sessions.js";
export {provideSample} from "./sample-session.js";
export {type SessionFile, sessionFile, sessionInputs, sessions} from "./sessions.js";
export {watchLoaderSources} from "./watch-loader-sources.js";
