/** What the page on tuning curves computes for its words and figures. */
export {parameterInPresentations} from "../presentations/index.js";
export {areaPanels, PANEL_ORDERS} from "./area-panels.js";
export {combinationGrid} from "./combination-grid.js";
export {countsOfUnit, meanByHand} from "./counts-of-unit.js";
export {mostTunedUnit, suggestedArea} from "./most-tuned-unit.js";
export {pValueHistogram} from "./p-value-histogram.js";
export {polarFigure} from "./polar-figure.js";
export {significanceBySeed} from "./significance.js";
export {suggestedSecond, tunableParameters} from "./tunable-parameters.js";
export {tunableStimuli} from "./tunable-stimuli.js";
export {tuningAnswers} from "./tuning-answers.js";
export {tuningFigure} from "./tuning-figure.js";
