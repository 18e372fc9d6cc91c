/** What the page on the session computes for its words and figures. */
export {metadataText} from "./metadata-text.js";
export {pageOfKind, recordedSpans} from "./recorded-spans.js";
export {type SessionMethod, sessionMethods} from "./session-methods.js";
export {structureCounts} from "./structure-counts.js";
