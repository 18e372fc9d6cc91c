/** What the page on eye tracking computes for its words and figures. */
export {chosenFrames, firstFrameAround, fromFirstFrame, TUTORIAL_FRAMES} from "./chosen-frames.js";
export {frameColumns, GAZE_COLUMNS} from "./column-formats.js";
export {eyeFrames} from "./eye-frames.js";
export {eyePicture, frameLine, pupilTrace} from "./eye-picture.js";
export {GAZE_CHOICES, gazeOnScreen} from "./gaze-on-screen.js";
export {NO_EYE} from "./no-eye.js";
export {pupilBySpeed} from "./pupil-by-speed.js";
export {sessionStrips} from "./session-strips.js";
