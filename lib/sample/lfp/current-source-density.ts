import type {InvalidInterval} from "../invalid-times.js";
import type {Presentation} from "../presentation.js";
import {butterworthBandPass, filterBothWays} from "./band-pass.js";
import {LFP_MODEL} from "./lfp.js";
import type {Lfp} from "./lfp-of-probe.js";
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
export const DENSITY_METHOD = {
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
 * The current source density of the flashes in an LFP: mean over the flashes, band-pass (which is linear, so that it may
 * come after the mean), cubic interpolation along the probe, second spatial difference over the square of the pitch in
 * mm. In the amplifier's steps per mm², and without a minus sign, as published: a sink is positive.
 *
 * The published ones come from the LFP at 2500 Hz; here it is read between the samples of 1250 Hz. Flashes that touch an
 * invalid interval of the probe, or that lie near the ends, are left out.
 */
export function currentSourceDensity(
  lfp: Lfp,
  presentations: readonly Presentation[],
  invalidTimes: readonly InvalidInterval[]
): CurrentSourceDensity {
  const {before, samplingRate, samples, column, pitch, channels} = DENSITY_METHOD;
  const timestamps = Float64Array.from({length: samples}, (_, i) => (i - before * samplingRate) / samplingRate);
  const onsets = usableFlashes(lfp, presentations, invalidTimes);
  const filter = butterworthBandPass(DENSITY_METHOD.order, DENSITY_METHOD.band, samplingRate);
  const first = Math.round((MARGIN - before) * samplingRate);
  const kept = lfp.channels.map((_, i) => i).filter((i) => spread(lfp, i, onsets) <= DENSITY_METHOD.noisy * step);
  const evoked = kept.map((i) => filterBothWays(meanAround(lfp, i, onsets), filter).subarray(first, first + samples));
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
const step = 1e-6 * LFP_MODEL.step;

/** Seconds on each side of a flash's onset that are filtered, so that the filter has settled where it counts. */
const MARGIN = 1;

function usableFlashes(
  {probe, timestamps}: Lfp,
  presentations: readonly Presentation[],
  invalidTimes: readonly InvalidInterval[]
): number[] {
  const invalid = invalidTimes.filter(({tags}) => tags.includes(probe.name));
  return presentations
    .filter(({stimulusName}) => stimulusName === "flashes")
    .map(({start}) => start)
    .filter((onset) => onset - MARGIN > timestamps[0] && onset + MARGIN < timestamps[timestamps.length - 1])
    .filter((onset) => invalid.every(({start, stop}) => onset + MARGIN < start || onset - MARGIN > stop));
}

/** A channel's mean around the onsets, steps of the amplifier at 2500 Hz from their own mean, `margin` to each side. */
function meanAround({timestamps, data}: Lfp, channel: number, onsets: readonly number[]): Float64Array {
  const {samplingRate} = DENSITY_METHOD;
  const values = data[channel];
  const period = timestamps[1] - timestamps[0];
  const mean = Float64Array.from({length: 2 * MARGIN * samplingRate}, (_, k) => {
    let sum = 0;
    for (const onset of onsets) {
      // between two samples in proportion
      const position = (onset - MARGIN + k / samplingRate - timestamps[0]) / period;
      const i = Math.floor(position);
      sum += values[i] + (position - i) * (values[i + 1] - values[i]);
    }
    return sum / onsets.length / step;
  });
  const level = mean.reduce((sum, value) => sum + value, 0) / mean.length;
  return mean.map((value) => value - level);
}

/** Standard deviation of a channel, volts, around the onsets. */
function spread({timestamps, data}: Lfp, channel: number, onsets: readonly number[]): number {
  const {before, samples, samplingRate} = DENSITY_METHOD;
  const values = data[channel];
  const period = timestamps[1] - timestamps[0];
  const length = Math.ceil(samples / samplingRate / period);
  let [sum, squares] = [0, 0];
  for (const onset of onsets) {
    const first = Math.floor((onset - before - timestamps[0]) / period);
    for (let i = first; i < first + length; i++) {
      sum += values[i];
      squares += values[i] * values[i];
    }
  }
  const count = onsets.length * length;
  return Math.sqrt(squares / count - (sum / count) ** 2);
}
