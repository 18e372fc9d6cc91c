import type {Probe} from "./probes.js";
import type {RandomStream} from "./random-stream.js";
import type {TimeGrid} from "./time-grid.js";

/**
 * Spike times of an inhomogeneous Poisson process with a refractory period. Candidates come from the rate by time
 * rescaling; one that follows the last spike by Δ is kept with probability 0 up to the absolute refractory period and
 * 1 − exp(−(Δ − absolute) / relative) after it. (Rate within a bin is constant.)
 *
 * @param rate Hz, one value per bin of the grid
 * @returns seconds, ascending
 */
export function drawSpikes(
  rate: Float32Array,
  {start, step}: TimeGrid,
  absolute: number,
  relative: number,
  random: RandomStream
): number[] {
  const spikes: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  let remaining = random.exponential();
  for (let i = 0; i < rate.length; i++) {
    const hazard = rate[i] * step;
    let used = 0;
    while (remaining <= hazard - used) {
      used += remaining;
      remaining = random.exponential();
      const time = start + (i + used / hazard) * step;
      const recovery = time - last - absolute;
      if (recovery <= 0 || random.uniform() < Math.exp(-recovery / relative)) continue;
      spikes.push(time);
      last = time;
    }
    remaining -= hazard - used;
  }
  return spikes;
}

/**
 * Puts spike times on the sampling grid of the probe's own clock, which runs linearly against the master clock:
 * t = offset + sample / rate. Sorts them and keeps one spike per sample.
 */
export function onProbeClock(times: readonly number[], {clockOffset, samplingRate}: Probe): Float64Array {
  const samples = Float64Array.from(times, (time) => Math.round((time - clockOffset) * samplingRate)).sort();
  let count = 0;
  for (let i = 0; i < samples.length; i++) {
    if (i === 0 || samples[i] !== samples[i - 1]) samples[count++] = samples[i];
  }
  return samples.subarray(0, count).map((sample) => clockOffset + sample / samplingRate);
}
