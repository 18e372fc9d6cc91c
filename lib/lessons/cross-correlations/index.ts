// What the exercise on cross-correlations computes for its words and figures.

export {answerBand} from "./answer-band.js";
export {answerFirst, answerMirror} from "./answer-lag.js";
export {answerPairs} from "./answer-pairs.js";
export {answerRefractory} from "./answer-refractory.js";
export {type AutocorrelogramFigures, autocorrelogramFigures} from "./autocorrelogram-figures.js";
export {type ComparedPairs, comparePairs, type PairComparison, type RunTask} from "./compare-pairs.js";
export {type Connection, type ConnectionTable, connectionColumns, connectionTable} from "./connection-table.js";
export {correlogramFigure} from "./correlogram-figure.js";
export {type CorrelogramScale, correlogramScales} from "./correlogram-scales.js";
export {offsetFigure} from "./offset-figure.js";
export {type PairOfTrains, type TrainUnit, unitsWithTrains} from "./pair-of-trains.js";
export {peakSentence} from "./peak-sentence.js";
export {noTrials, type PredictorName, type PredictorSettings, predict, predictorNames} from "./predict.js";
export {predictionFigure} from "./prediction-figure.js";
export {pulseIntervals, pulsesText} from "./pulse-intervals.js";
export {type RepeatedCondition, repeatedConditions, repeatsText} from "./repeated-conditions.js";
export {lagsText, stretchText} from "./stretch-text.js";
export {suggestedUnits} from "./suggested-units.js";
