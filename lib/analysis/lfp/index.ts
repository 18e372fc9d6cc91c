/**
 * What the field between the cells shows: rhythms, answers to events, and the currents that make it.
 *
 * @module neuropixels-notebook/analysis/lfp
 */

// Library only, for scripts and for cells of readers: eventTriggeredAverage, powerSpectrum, spectrogram.
export {type EventTriggeredAverage, type EventWindow, eventTriggeredAverage} from "./event-triggered-average.js";
export {type PowerSpectrum, powerSpectrum, type SegmentOptions} from "./power-spectrum.js";
export {smoothCurrentSourceDensity} from "./smooth-current-source-density.js";
export {type Spectrogram, spectrogram} from "./spectrogram.js";
