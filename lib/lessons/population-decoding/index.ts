/** What the page on population decoding computes for its words and figures. */
export {binWindows, WINDOW_KINDS} from "./bin-windows.js";
export {chanceFigure} from "./chance-figure.js";
export {confusionFigure} from "./confusion-figure.js";
export {decoders} from "./decoders.js";
export {decodingAnswers} from "./decoding-answers.js";
export {drawAtRandom} from "./draw-at-random.js";
export {firstCounts, firstParameters} from "./first-rows.js";
export {guessingText} from "./guessing.js";
export {parameterColumns} from "./parameter-columns.js";
export {parametersToDecode} from "./parameters-to-decode.js";
export {possibleFolds} from "./possible-folds.js";
export {presentationsToDecode} from "./presentations-to-decode.js";
export {unitCountFigure, unitCounts} from "./unit-count-figure.js";
export {windowFigure} from "./window-figure.js";
