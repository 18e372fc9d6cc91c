// What the exercise on cross-correlations computes for its words and figures.

export {answerBand} from "./answer-band.js";
export {answerFirst, answerMirror} from "./answer-lag.js";
export {answerPairs} from "./answer-pairs.js";
export {answerRefractory} from "./answer-refractory.js";
export {type AutocorrelogramFigures, autocorrelogramFigures} from "./autocorrelogram-figures.js";
export {type ComparedPairs, comparePairs, type PairComparison, type RunTask} from "./compare-pairs.js";
export {type Connection, type ConnectionTable, connectionColumns, foundConnections} from "./connection-table.js";
export {type CorrelogramBars, correlogramFigure, type ShownCorrelogram} from "./correlogram-figure.js";
export {type CorrelogramScale, correlogramScales} from "./correlogram-scales.js";
export {offsetFigure, type ShownOffsets} from "./offset-figure.js";
export {openedOnce} from "./opened-once.js";
export {byProbe, type PairOfTrains, type TrainUnit, unitsWithTrains} from "./pair-of-trains.js";
export {peakSentence} from "./peak-sentence.js";
export {plantedAmong} from "./planted-among.js";
export {PREDICTOR_NAMES, type PredictorName, type PredictorSettings, predict} from "./predict.js";
export {predictionFigure} from "./prediction-figure.js";
export {type AroundPulse, pulseIntervals, pulsesText} from "./pulse-intervals.js";
export {conditionText, type RepeatedCondition, repeatedConditions} from "./repeated-conditions.js";
export {lagsText, stretchText} from "./stretch-text.js";
export {suggestedUnits} from "./suggested-units.js";
export {trialChoices} from "./trial-choices.js";
