/** What the page on units computes for its words and figures. */
export {qualityCaption, qualityMetrics} from "./quality-metrics.js";
export {depthCaption, unitDepths} from "./unit-depths.js";
