/** Spikes to numbers: pure functions on typed arrays. */
export {lowerBound, upperBound} from "./bounds.js";
export {type BinEdges, countSpikes, type SpikeCountOptions} from "./spike-counts.js";
