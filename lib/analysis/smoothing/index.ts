/** Values smoothed over time. */
export {movingMean} from "./moving-mean.js";
export {RUNNING_WINDOW} from "./running-window.js";
