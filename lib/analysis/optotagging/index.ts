/**
 * Which units respond to light.
 *
 * @module neuropixels-notebook/analysis/optotagging
 */

export {LIGHT_WINDOWS, type LightResponse, type LightWindows, lightResponse} from "./light-response.js";
