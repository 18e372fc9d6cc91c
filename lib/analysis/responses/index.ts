/**
 * How units respond to what is shown: counts, rates and when they come.
 *
 * @module neuropixels-notebook/analysis/responses
 */

// Library only, for scripts and for cells of readers: firstSpikeLatency, peakLatency, peristimulusHistogram, subtractBaseline, zScore.
export {type BaselineWindow, subtractBaseline, zScore} from "./baseline.js";
export {type DesignMatrix, designMatrix, type PresentationColumns} from "./design-matrix.js";
export {firstSpikeLatency} from "./first-spike-latency.js";
export {peakLatency} from "./peak-latency.js";
export {peristimulusCounts} from "./peristimulus-counts.js";
export {type PeristimulusHistogram, peristimulusHistogram} from "./peristimulus-histogram.js";
export {smoothAlong} from "./smooth-along.js";
export {type Interval, spikesOutside} from "./spikes-outside.js";
