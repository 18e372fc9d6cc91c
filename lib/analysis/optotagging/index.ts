/** Which units answer light. */
export {LIGHT_WINDOWS, type LightResponse, type LightWindows, lightResponse} from "./light-response.js";
