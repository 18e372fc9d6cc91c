/** What the home page computes for its words. */

export {probesText} from "./probes-text.js";
export {sessionLength, sessionSummary} from "./session-summary.js";
