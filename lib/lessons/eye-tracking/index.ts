/** What the page on eye tracking computes for its words and figures. */
export {chosenFrames, firstFrameAround, fromFirstFrame, TUTORIAL_FRAMES} from "./chosen-frames.js";
export {frameColumns, gazeColumns} from "./column-formats.js";
export {eyeFrames} from "./eye-frames.js";
export {eyePicture, frameLine, pupilTrace} from "./eye-picture.js";
export {gazeChoices, gazeOnScreen} from "./gaze-on-screen.js";
export {noEye} from "./no-eye.js";
export {pupilBySpeed} from "./pupil-by-speed.js";
export {sessionStrips} from "./session-strips.js";
