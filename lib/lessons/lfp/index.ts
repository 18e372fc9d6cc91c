/** What the page on the local field potential computes for its words and figures. */
export {channelRows, suggestedChannel} from "./channel-rows.js";
export {lfpImage} from "./lfp-image.js";
export {lfpStrip} from "./lfp-strip.js";
export {lfpTrace} from "./lfp-trace.js";
export {lfpWindows, nearestWindow, windowsText} from "./lfp-windows.js";
export {probesWithLfp} from "./probes-with-lfp.js";
export {largeMagnitude, shownLfp} from "./shown-lfp.js";
export {structureRuns} from "./structure-runs.js";
