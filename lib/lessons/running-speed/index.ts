/** What the page on running speed computes for its words and figures. */
export {FEWEST_ROWS, firstRowAround, fromFirstRow, TUTORIAL_ROWS} from "./chosen-rows.js";
export {runningShare} from "./running-share.js";
export {runningStrip} from "./running-strip.js";
export {runningTrace} from "./running-trace.js";
