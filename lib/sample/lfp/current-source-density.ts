import type {InvalidInterval} from "../invalid-times.js";
import type {Presentation} from "../presentation.js";
import {butterworthBandPass, filterBothWays} from "./band-pass.js";
import {type Lfp, lfpModel} from "./lfp.js";
import {naturalSpline} from "./natural-spline.js";

/** Current source density around the flashes, on virtual channels along the middle of the probe. */
export interface CurrentSourceDensity {
  /** Seconds from the flash's onset. */
  timestamps: Float64Array;
  /** µm, of the virtual channels. */
  horizontalPositions: Float64Array;
  verticalPositions: Float64Array;
  /** Time by virtual channel, row by row. */
  data: Float64Array;
}

/** How the published densities are computed (AllenSDK 2.16.2, ecephys current source density). */
export const densityMethod = {
  /** Hz, of a Butterworth filter of order 5, forwards and backwards. */
  band: [5, 150] as [number, number],
  order: 5,
  /** Seconds before and samples after a flash's onset, at 2500 Hz. */
  before: 0.1,
  samplingRate: 2500,
  samples: 875,
  /** µm: column and pitch of the virtual channels. */
  column: 24,
  pitch: 10,
  channels: 384,
  /** Channels with a larger standard deviation around the flashes, in steps of the amplifier, are left out. */
  noisy: 1500
} as const;

/**
 * The current source density of the flashes in an LFP: band-pass, mean over the flashes, cubic interpolation along the
 * probe, second spatial difference over the square of the pitch in mm. In the amplifier's steps per mm², and without a
 * minus sign, as published: a sink is positive.
 *
 * The published ones come from the LFP at 2500 Hz; here it is read between the samples of 1250 Hz. Flashes that touch an
 * invalid interval of the probe, or that lie near the ends, are left out.
 */
export function currentSourceDensity(
  lfp: Lfp,
  presentations: readonly Presentation[],
  invalidTimes: readonly InvalidInterval[]
): CurrentSourceDensity {
  const {before, samplingRate, samples, column, pitch, channels} = densityMethod;
  const timestamps = Float64Array.from({length: samples}, (_, i) => (i - before * samplingRate) / samplingRate);
  const onsets = usableFlashes(lfp, presentations, invalidTimes);
  const period = lfp.timestamps[1] - lfp.timestamps[0];
  const filter = butterworthBandPass(densityMethod.order, densityMethod.band, 1 / period);
  const first = onsets.map((onset) => Math.floor((onset + timestamps[0] - lfp.timestamps[0]) / period));
  const length = Math.ceil(samples / samplingRate / period);
  const kept = lfp.channels
    .map((_, i) => i)
    .filter((i) => standardDeviation(lfp.data[i], first, length) <= densityMethod.noisy * step);
  const evoked = kept.map((i) => {
    const steps = filterBothWays(lfp.data[i], filter).map((value) => value / step);
    return meanAround(steps, onsets, timestamps, lfp.timestamps[0], period);
  });
  const verticalPositions = Float64Array.from({length: channels}, (_, i) => pitch * i);
  const profile = new Float64Array(kept.length);
  const data = new Float64Array(samples * channels);
  const positions = kept.map((i) => lfp.channels[i].verticalPosition);
  for (let i = 0; i < samples; i++) {
    evoked.forEach((values, k) => {
      profile[k] = values[i];
    });
    const interpolated = naturalSpline(positions, profile, verticalPositions);
    data.set(secondDifference(interpolated, pitch / 1000), i * channels);
  }
  return {timestamps, horizontalPositions: new Float64Array(channels).fill(column), verticalPositions, data};
}

/** Second difference over the square of the spacing; beyond its ends the profile goes on as it ends. */
export function secondDifference(profile: ArrayLike<number>, spacing: number): Float64Array {
  const last = profile.length - 1;
  return Float64Array.from(profile, (value, i) => {
    return (profile[Math.min(last, i + 1)] - 2 * value + profile[Math.max(0, i - 1)]) / spacing ** 2;
  });
}

/** Volts per step of the amplifier. */
const step = 1e-6 * lfpModel.step;

function usableFlashes(
  {probe, timestamps}: Lfp,
  presentations: readonly Presentation[],
  invalidTimes: readonly InvalidInterval[]
): number[] {
  const margin = 0.5; // seconds, in which the filter rings
  const invalid = invalidTimes.filter(({tags}) => tags.includes(probe.name));
  return presentations
    .filter(({stimulusName}) => stimulusName === "flashes")
    .map(({start}) => start)
    .filter((onset) => onset - margin > timestamps[0] && onset + margin < timestamps[timestamps.length - 1])
    .filter((onset) => invalid.every(({start, stop}) => onset + margin < start || onset - margin > stop));
}

/** The mean of the values around the onsets, between two samples in proportion. */
function meanAround(
  values: Float64Array,
  onsets: readonly number[],
  around: Float64Array,
  start: number,
  period: number
): Float64Array {
  return around.map((time) => {
    let sum = 0;
    for (const onset of onsets) {
      const place = (onset + time - start) / period;
      const i = Math.floor(place);
      sum += values[i] + (place - i) * (values[i + 1] - values[i]);
    }
    return sum / onsets.length;
  });
}

/** Of the samples of all trials, which begin at the places given. */
function standardDeviation(values: Float32Array, starts: readonly number[], length: number): number {
  let [sum, squares] = [0, 0];
  for (const start of starts) {
    for (let i = start; i < start + length; i++) {
      sum += values[i];
      squares += values[i] * values[i];
    }
  }
  const count = starts.length * length;
  return Math.sqrt(squares / count - (sum / count) ** 2);
}
