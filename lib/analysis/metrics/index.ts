/**
 * What a unit's spikes say about a stimulus, in one number each: the metrics of AllenSDK's stimulus analysis.
 *
 * @module neuropixels-notebook/analysis/metrics
 */

// Library only, for scripts and for cells of readers: fitSpatialFrequencyTuning, smoothedSpikeTrain, spatialFrequencyDiscrimination.
export {type RandomSource, seededRandom} from "../statistics/seeded-random.js";
export {c50} from "./c50.js";
export {f1F0} from "./f1-f0.js";
export {fanoFactor} from "./fano-factor.js";
export {fitGaussian2d, type Gaussian2d} from "./gaussian-fit-2d.js";
export {globalDirectionSelectivity, globalOrientationSelectivity} from "./global-orientation-selectivity.js";
export {imageSelectivity} from "./image-selectivity.js";
export {lifetimeSparseness} from "./lifetime-sparseness.js";
export {modulationIndex} from "./modulation-index.js";
export {onOffRatio} from "./on-off-ratio.js";
export {overallFiringRate, type StimulusBlocks, stimulusBlocks} from "./overall-firing-rate.js";
export {type CategoryResamples, drawTrials, positionPValue, resamplesByCategory} from "./position-p-value.js";
export {type Levels, levelsOf, type PreferredLevel, preferredCondition, preferredLevel} from "./preferred-level.js";
export {invert, isInverted, isOnScreen, type ReceptiveField} from "./receptive-field.js";
export {type RunningModulation, runningModulation} from "./running-modulation.js";
export {type SmoothedSpikeTrainOptions, smoothedSpikeTrain} from "./smoothed-spike-train.js";
export {spatialFrequencyDiscrimination} from "./spatial-frequency-discrimination.js";
export {fitSpatialFrequencyTuning, type SpatialFrequencyTuning} from "./spatial-frequency-tuning.js";
export {sustainedIndex} from "./sustained-index.js";
export {type StrongestRegion, type ThresholdOptions, thresholdReceptiveField} from "./threshold-receptive-field.js";
export {timeToPeak} from "./time-to-peak.js";
