/** What the page on mean waveforms computes for its words and figures. */

export {unitPanels} from "./unit-panels.js";
export {unitWaveform, waveformImage, waveformTraces} from "./unit-waveform.js";
export {waveformShapes} from "./waveform-shapes.js";
export {waveformUnitName} from "./waveform-unit.js";
