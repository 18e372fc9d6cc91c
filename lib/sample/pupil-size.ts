import type {Presentation} from "./presentation.js";
import type {RandomStream} from "./random-stream.js";
import type {RunningSpeed} from "./running.js";
import {speedAt} from "./running-wheel.js";

/** Constants of the pupil; the logarithm of its area is the sum of these parts. */
export const PUPIL_MODEL = {
  /** Slow fluctuation: an Ornstein–Uhlenbeck process, standard deviation and time constant (s). */
  fluctuation: 0.1,
  fluctuationTime: 12,
  /** Dilation in a fast run: running · v / (v + half speed), smoothed over the time constant (s). */
  running: 0.5,
  runningHalfSpeed: 10,
  runningTime: 1.2,
  /** Answer to a white and to a black flash: (u/τ) exp(1 − u/τ), u seconds after onset and latency. */
  white: -0.22,
  black: 0.06,
  lightLatency: 0.25,
  lightTime: 0.45
} as const;

/** Logarithm of the pupil's area relative to its median at rest, at the times of the camera's frames. */
export function logPupilArea(
  times: Float64Array,
  running: RunningSpeed,
  presentations: readonly Presentation[],
  random: RandomStream
): Float64Array {
  const flashes = presentations.filter(({stimulusName}) => stimulusName === "flashes");
  const area = new Float64Array(times.length);
  let fluctuation = random.normal(0, PUPIL_MODEL.fluctuation);
  let drive = 0;
  let recent = 0;
  for (let i = 0; i < times.length; i++) {
    const step = i === 0 ? 0 : times[i] - times[i - 1];
    const kept = Math.exp(-step / PUPIL_MODEL.fluctuationTime);
    fluctuation = kept * fluctuation + random.normal(0, PUPIL_MODEL.fluctuation * Math.sqrt(1 - kept * kept));
    const speed = speedAt(running, times[i]);
    const aim = (PUPIL_MODEL.running * speed) / (speed + PUPIL_MODEL.runningHalfSpeed);
    drive += (aim - drive) * (1 - Math.exp(-step / PUPIL_MODEL.runningTime));
    // an answer has died away after ten time constants
    const dead = times[i] - PUPIL_MODEL.lightLatency - 10 * PUPIL_MODEL.lightTime;
    while (recent < flashes.length && flashes[recent].start < dead) recent++;
    let light = 0;
    for (let flash = recent; flash < flashes.length && flashes[flash].start < times[i]; flash++) {
      light += lightAnswer(flashes[flash], times[i]);
    }
    area[i] = fluctuation + drive + light;
  }
  return area;
}

function lightAnswer({start, polarity}: Presentation, time: number): number {
  const relative = (time - start - PUPIL_MODEL.lightLatency) / PUPIL_MODEL.lightTime;
  if (relative <= 0) return 0;
  return (polarity > 0 ? PUPIL_MODEL.white : PUPIL_MODEL.black) * relative * Math.exp(1 - relative);
}
