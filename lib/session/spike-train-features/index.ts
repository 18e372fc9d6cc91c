/** What the spike trains of units are like, for pages that need the numbers but not the spikes. */
export {spikeTrainFeaturesSnapshot} from "./spike-train-features-snapshot.js";
export {suggestedPairSnapshot} from "./suggested-pair-snapshot.js";
