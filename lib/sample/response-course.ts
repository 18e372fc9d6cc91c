/** Time to the peak of an onset transient, and time constant of the decay after a stimulus, seconds. */
export const TRANSIENT_TIME = 0.02;
export const DECAY_TIME = 0.03;

/** (τ/τ₀) exp(1 − τ/τ₀): an onset transient that peaks at 1, τ seconds after the response begins. */
export function transientCourse(time: number): number {
  if (time <= 0) return 0;
  const relative = time / TRANSIENT_TIME;
  return relative * Math.exp(1 - relative);
}

/**
 * The course of a response to a stimulus of `duration` seconds, τ seconds after it begins (that is: stimulus onset plus
 * latency): (1 − s) · transient(τ) + s · (1 − exp(−τ/τ₀)) with the sustained share s, and an exponential decay from
 * its value at the stimulus's end.
 */
export function responseCourse(time: number, duration: number, sustainedShare: number): number {
  if (time <= 0) return 0;
  if (time > duration) {
    return responseCourse(duration, duration, sustainedShare) * Math.exp(-(time - duration) / DECAY_TIME);
  }
  return (1 - sustainedShare) * transientCourse(time) + sustainedShare * (1 - Math.exp(-time / TRANSIENT_TIME));
}
