/** What the pages on tuning and on correlations all ask of presentations: which stimuli, which parameters, which blank sweeps. */
export {isBlankSweep} from "./blank-sweep.js";
export {offeredStimuli} from "./offered-stimuli.js";
export {parameterInPresentations} from "./parameter-in-presentations.js";
export type {Flash, Presentation, TimedPresentation} from "./presentation.js";
export {repeatsText} from "./repeats-text.js";
