/**
 * Spikes and samples counted and averaged: what every page needs, and so a door of its own, free of heavier analyses.
 *
 * @module neuropixels-notebook/analysis/counting
 */

export {lowerBound, lowerBoundFrom, upperBound, upperBoundFrom} from "./bounds.js";
export {countsByWindow, type WindowBounds} from "./counts-by-window.js";
export {type MeanOverRows, meanOverRows} from "./mean-over-rows.js";
export {type MergedTrains, mergeTrains} from "./merge-trains.js";
export {type MinMaxPerBin, minMaxPerBin} from "./min-max-per-bin.js";
export {type BinEdges, countSpikes, type SpikeCountOptions, type SpikeCounts} from "./spike-counts.js";
