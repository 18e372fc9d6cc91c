/** What units share: their tuning, and what is left when the stimulus is the same. */
export {correlationMatrix} from "./correlation-matrix.js";
export {greatestPair} from "./greatest-pair.js";
export {type AreaPairMean, meanByAreaPair} from "./mean-by-area-pair.js";
export {type MeanByBin, meanByBin} from "./mean-by-bin.js";
export {type MeanNoiseCorrelations, meanNoiseCorrelations} from "./mean-noise-correlations.js";
export {noiseCorrelations, zScoresWithinConditions} from "./noise-correlations.js";
export {indexOfPair, unitsOfPair} from "./pair-of-units.js";
export {pairDistances, pairValues} from "./pairs-of-units.js";
export {shuffleWithinConditions} from "./shuffle-within-conditions.js";
export {signalCorrelations} from "./signal-correlations.js";
