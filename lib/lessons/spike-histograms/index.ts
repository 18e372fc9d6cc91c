/** What the page on spike histograms computes for its words and figures. */
export {areaPsth, rowsOfArea, suggestedAreas} from "./area-psth.js";
export {binWidth, spanText} from "./bins.js";
export {largestCount, meanCountImage, presentationImage} from "./count-images.js";
export {flashesWithSpikes, flashKinds} from "./flashes.js";
export {suggestedUnit, unitPsth} from "./unit-psth.js";
