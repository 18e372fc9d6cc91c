/** What the page on tuning curves computes for its words and figures. */
export {areaPanels, PANEL_ORDERS} from "./area-panels.js";
export {combinationGrid} from "./combination-grid.js";
export {countsOfUnit, meanByHand} from "./counts-of-unit.js";
export {mostTunedUnit, suggestedArea} from "./most-tuned-unit.js";
export {offeredStimuli} from "./offered-stimuli.js";
export {pValueHistogram} from "./p-value-histogram.js";
export {polarFigure} from "./polar-figure.js";
export {parameterInPresentations} from "./presentations.js";
export {significanceBySeed} from "./significance.js";
export {suggestedSecond, tunableParameters} from "./tunable-parameters.js";
export {tuningAnswers} from "./tuning-answers.js";
export {tuningFigure} from "./tuning-figure.js";
