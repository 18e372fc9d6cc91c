import type {RandomStream} from "./random-stream.js";

/** Where the eye looks, degrees from the centre of the screen, at each frame of the camera. */
export interface Gaze {
  azimuth: Float64Array;
  elevation: Float64Array;
}

/** Constants of eye movements: mean seconds between saccades, spread of the positions and tremor (SD), degrees. */
export const GAZE_MODEL = {saccadeInterval: 3, azimuth: 5, elevation: 2.5, tremor: 0.12} as const;

/** The eye rests at a place and jumps to another, mostly along the horizon. */
export function drawGaze(times: Float64Array, random: RandomStream): Gaze {
  const gaze = {azimuth: new Float64Array(times.length), elevation: new Float64Array(times.length)};
  let saccade = Number.NEGATIVE_INFINITY;
  let [azimuth, elevation] = [0, 0];
  for (let i = 0; i < times.length; i++) {
    if (times[i] >= saccade) {
      azimuth = random.normal(0, GAZE_MODEL.azimuth);
      elevation = random.normal(0, GAZE_MODEL.elevation);
      saccade = times[i] + 0.3 + random.exponential(GAZE_MODEL.saccadeInterval - 0.3);
    }
    gaze.azimuth[i] = azimuth + random.normal(0, GAZE_MODEL.tremor);
    gaze.elevation[i] = elevation + random.normal(0, GAZE_MODEL.tremor);
  }
  return gaze;
}
