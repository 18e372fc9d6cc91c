/**
 * When one train of spikes fires relative to another, and to itself.
 *
 * @module neuropixels-notebook/analysis/correlograms
 */

export {type AllCorrelograms, allCrossCorrelograms} from "./all-cross-correlograms.js";
export type {ConfidenceBand} from "./confidence-band.js";
export {type CorrelogramRates, correlogramRates} from "./correlogram-rates.js";
export {autocorrelogram, type Correlogram, crossCorrelogram} from "./cross-correlogram.js";
export {type InterspikeIntervals, interspikeIntervals} from "./interspike-intervals.js";
export {type JitterOptions, type JitterPredictor, jitterPredictor} from "./jitter-predictor.js";
export {type LagBins, type LagOptions, lagBins} from "./lag-bins.js";
export {type PutativeConnection, putativeConnections} from "./putative-connections.js";
export {MONOSYNAPTIC_LAGS, type SharpPeak, type SharpPeakOptions, sharpPeak} from "./sharp-peak.js";
export {type ShiftCorrelationOptions, shiftCorrelation} from "./shift-correlation.js";
export {type ShiftOptions, type ShiftPredictor, shiftPredictor} from "./shift-predictor.js";
