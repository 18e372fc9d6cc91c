/** What the page on stimulus presentations computes for its words and figures. */
export {conditionRepeats} from "./condition-repeats.js";
export {epochTimeline} from "./epoch-timeline.js";
export {parameterValuesText} from "./parameter-values-text.js";
