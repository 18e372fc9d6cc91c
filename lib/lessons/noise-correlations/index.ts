/** What the page on noise correlations computes for its words and figures. */
export {isBlankSweep} from "../presentations/index.js";
export {choosableConditions} from "./choosable-conditions.js";
export {noiseFindings} from "./noise-findings.js";
export {noiseMatrix} from "./noise-matrix.js";
export {NOISE_METHODS, POOLED_SCORES} from "./noise-methods.js";
export {otherMethodAnswer} from "./other-method-answer.js";
export {repeatedStimuli} from "./repeated-stimuli.js";
export {repeatsOfPair} from "./repeats-of-pair.js";
export {signalEdges} from "./signal-edges.js";
