/** What the page on signal correlations computes for its words and figures. */

export {parameterInPresentations} from "../presentations/index.js";
export {meanRepeats} from "./mean-repeats.js";
export {parameterCombinations} from "./parameter-combinations.js";
export {signalAnswers} from "./signal-answers.js";
export {signalByDistance} from "./signal-by-distance.js";
export {signalMatrix} from "./signal-matrix.js";
export {tunedStimuli} from "./tuned-stimuli.js";
export {tuningOfPair} from "./tuning-of-pair.js";
