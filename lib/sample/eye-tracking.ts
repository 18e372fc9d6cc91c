import {type Blink, drawBlinks, lidOpening} from "./blinks.js";
import {type Ellipses, unfittedEllipses} from "./ellipses.js";
import {drawGaze} from "./gaze.js";
import {type GazeMapping, mapGaze} from "./gaze-mapping.js";
import type {Presentation} from "./presentation.js";
import {logPupilArea} from "./pupil-size.js";
import {RandomStream} from "./random-stream.js";
import type {RunningSpeed} from "./running.js";

/** What the eye camera saw, frame by frame. */
export interface EyeTracking {
  /** Seconds on the master clock. */
  timestamps: Float64Array;
  pupil: Ellipses;
  eye: Ellipses;
  cornealReflection: Ellipses;
  blinks: Blink[];
  raw: GazeMapping;
  /** The same with blinks, and the frames beside them, and lost fits left out (NaN). */
  filtered: GazeMapping;
}

/** How the eye looks to the camera, pixels, and when fits fail. */
export const EYE_MODEL = {
  frameRate: 29.997,
  /** Half-axis of the pupil when the logarithm of its area is 0. */
  pupilRadius: 45,
  eyeWidth: 161,
  eyeHeight: 136,
  /** The eye must be this far open for a fit of the pupil and the reflection, and of the eye itself. */
  pupilOpening: 0.75,
  eyeOpening: 0.35,
  /** Mean seconds between lost fits of the pupil and of the reflection, each of one to four frames. */
  lostFits: 30
} as const;

/** The eye through the whole recording: pupil size follows running and flashes, the gaze jumps, and the lid blinks. */
export function makeEyeTracking(
  recording: [start: number, stop: number],
  running: RunningSpeed,
  presentations: readonly Presentation[],
  seed: number
): EyeTracking {
  const stream = (part: string) => new RandomStream(seed, `eye-tracking/${part}`);
  const timestamps = frameTimes(recording, stream("frames"));
  const area = logPupilArea(timestamps, running, presentations, stream("pupil"));
  const gaze = drawGaze(timestamps, stream("gaze"));
  const blinks = drawBlinks(recording, stream("blinks"));
  const opening = lidOpening(timestamps, blinks);
  const noise = stream("noise");
  const [pupilLost, reflectionLost] = [
    lostFits(timestamps, stream("lost-pupil")),
    lostFits(timestamps, stream("lost-cr"))
  ];

  const [pupil, eye, cornealReflection] = [1, 2, 3].map(() => unfittedEllipses(timestamps.length));
  for (let i = 0; i < timestamps.length; i++) {
    const [azimuth, elevation, open] = [gaze.azimuth[i], gaze.elevation[i], opening[i]];
    const [x, y] = [290 + 2.2 * azimuth, 188 - 2 * elevation];
    if (open > EYE_MODEL.pupilOpening && !pupilLost[i]) {
      const radius = EYE_MODEL.pupilRadius * Math.exp(area[i] / 2);
      // a lid that has begun to fall covers some of the pupil
      setEllipse(pupil, i, x, y, 1.02 * radius, 0.98 * radius * open, -0.7, 0.3, noise);
    }
    if (open > EYE_MODEL.pupilOpening && !reflectionLost[i]) {
      setEllipse(cornealReflection, i, 320 + 0.4 * azimuth, 215 - 0.4 * elevation, 6.4, 5.6, 0.2, 0.2, noise);
    }
    if (open > EYE_MODEL.eyeOpening) {
      setEllipse(eye, i, 310, 207, EYE_MODEL.eyeWidth, EYE_MODEL.eyeHeight * open, 0.1, 0.2, noise);
    }
  }
  const raw = mapGaze({pupil, eye, cornealReflection}, gaze);
  const filtered = mapGaze({pupil, eye, cornealReflection}, gaze, opening);
  return {timestamps, pupil, eye, cornealReflection, blinks, raw, filtered};
}

function frameTimes([start, stop]: [number, number], random: RandomStream): Float64Array {
  const first = start - 1.3;
  return Float64Array.from({length: Math.floor((stop - first) * EYE_MODEL.frameRate)}, (_, i) => {
    return first + i / EYE_MODEL.frameRate + random.normalWithin(0, 0.0003, -0.001, 0.001);
  });
}

function setEllipse(
  ellipses: Ellipses,
  frame: number,
  x: number,
  y: number,
  width: number,
  height: number,
  phi: number,
  noise: number,
  random: RandomStream
): void {
  ellipses.centerX[frame] = x + random.normal(0, noise);
  ellipses.centerY[frame] = y + random.normal(0, noise);
  ellipses.width[frame] = width + random.normal(0, noise);
  ellipses.height[frame] = height + random.normal(0, noise);
  ellipses.phi[frame] = phi + random.normal(0, 0.05);
}

/** 1 where a fit fails that has no blink to blame. */
function lostFits(times: Float64Array, random: RandomStream): Uint8Array {
  const lost = new Uint8Array(times.length);
  const frames = EYE_MODEL.lostFits * EYE_MODEL.frameRate;
  for (let i = random.exponential(frames); i < lost.length; i += random.exponential(frames)) {
    const first = Math.floor(i);
    lost.fill(1, first, first + 1 + random.integer(4));
  }
  return lost;
}
