/** What the page on current source density computes for its words and figures. */
export {probesWithLfp} from "../lfp/probes-with-lfp.js";
export {rawDensity, smoothedDensity} from "./density-images.js";
export {densityRows} from "./density-rows.js";
export {nullWithoutLfp} from "./null-without-lfp.js";
export {sinksInOrder} from "./sinks-in-order.js";
