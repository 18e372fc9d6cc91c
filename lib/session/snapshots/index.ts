/** The layout of snapshots, which those who make them (lib/snapshot-makers) share with the session that reads them. */
export {type Columns, takeAllRows} from "../../array/index.js";
export {toColumns, toTable} from "../columns.js";
export {idColumn} from "../id-column.js";
export {EYE_TIME} from "../recordings/eye-tracking.js";
export type {TimeWindow} from "../recordings/time-window.js";
export type {TimeSeriesKind} from "../session-source.js";
export type {PresentationWindow} from "../spikes/presentationwise-spike-times.js";
export {intervalsTagged} from "../tables/invalid-times.js";
export type * from "./snapshot-details.js";
export {AT_NEXT_START} from "./take-presentations.js";
