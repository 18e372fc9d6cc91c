/** What the page on optogenetic stimulation computes for its words and figures. */
export {lightImage, type SpikesAround} from "./light-image.js";
export {lightTimeline} from "./light-timeline.js";
export {plantedTags} from "./planted-tags.js";
export {onsetsOf, type PulseKind, pulseKinds, suggestedKind} from "./pulse-kinds.js";
export {type LightPulse, pulseChoices} from "./pulses.js";
export {mostReliableUnit, responseRows, taggedAreas, taggedScatter, type UnitResponse} from "./tagged-units.js";
export {unitRaster} from "./unit-raster.js";
