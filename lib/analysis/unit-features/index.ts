/**
 * Units as rows of features, and groups of them judged: a door of its own for pages that leave clustering to a worker.
 *
 * @module neuropixels-notebook/analysis/unit-features
 */

export {adjustedRandIndex} from "../clustering/adjusted-rand-index.js";
export {type PrincipalComponents, principalComponents} from "../clustering/principal-components.js";
export {type Silhouette, silhouette} from "../clustering/silhouette.js";
export {finiteRows} from "../clustering/unit-features.js";
export {type WaveformFeatures, waveformFeatures} from "../clustering/waveform-features.js";
export {type Scaling, scaled, scalingOf} from "../decoding/scaling.js";
