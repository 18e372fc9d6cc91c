/** What the page on spikes computes for its words and figures. */
export {enoughPresentations, mostDrivenUnit} from "./condition-statistics.js";
export {presentationRaster, type Spikes} from "./presentation-raster.js";
export {
  type PresentedStimulus,
  parametersOf,
  presentedStimulus,
  repeatsHint,
  repeatsOf,
  unitsInCondition
} from "./presented-stimulus.js";
export {spikeEndsRows, spikeEndsText, timesText} from "./spike-ends.js";
export {withAreas, withParameters} from "./statistics-columns.js";
export {missingFilmsText, type SpikeStimuli, spikeStimuli} from "./stimuli.js";
export {unitByCondition} from "./unit-by-condition.js";
