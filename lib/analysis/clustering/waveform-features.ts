/** The shape of a unit's mean waveform on its peak channel. */
export interface WaveformFeatures {
  /** The sample of the least value, and of the greatest from there on. */
  troughIndex: number;
  peakIndex: number;
  /** The depth of the trough and the height of the peak, as the waveform's unit (µV); the depth is positive. */
  troughAmplitude: number;
  peakAmplitude: number;
  /** From trough to peak (ms). */
  duration: number;
  /** The width of the trough at half its depth (ms); NaN where the waveform does not come back to half of it. */
  halfWidth: number;
  /** Height of the peak over depth of the trough; NaN of a waveform without a trough. */
  peakToTroughRatio: number;
  /** The slope of a line through the samples from the trough to the peak (µV/ms); NaN if they are one. */
  repolarizationSlope: number;
  /** The slope of a line through the first 30 samples after the peak (µV/ms); NaN if there is no second. */
  recoverySlope: number;
}

/** So many samples after the peak the recovery slope is of, at most; those of ecephys_spike_sorting. */
const RECOVERY = 30;

/**
 * Features of a mean waveform. All are NaN, and the indices −1, where a value is NaN or there is none.
 * @param waveform one sample after another (µV)
 * @param samplingRate Hz
 */
export function waveformFeatures(waveform: ArrayLike<number>, samplingRate: number): WaveformFeatures {
  let trough = 0;
  for (let i = 0; i < waveform.length; ++i) {
    if (Number.isNaN(waveform[i])) return NOTHING;
    if (waveform[i] < waveform[trough]) trough = i;
  }
  if (waveform.length === 0) return NOTHING;
  let peak = trough;
  for (let i = trough; i < waveform.length; ++i) if (waveform[i] > waveform[peak]) peak = i;
  const depth = -waveform[trough];
  return {
    troughIndex: trough,
    peakIndex: peak,
    troughAmplitude: depth,
    peakAmplitude: waveform[peak],
    duration: ((peak - trough) / samplingRate) * 1000,
    halfWidth: (widthAtHalf(waveform, trough) / samplingRate) * 1000,
    peakToTroughRatio: depth > 0 ? waveform[peak] / depth : Number.NaN,
    repolarizationSlope: slope(waveform, trough, peak + 1) * (samplingRate / 1000),
    recoverySlope: slope(waveform, peak, Math.min(waveform.length, peak + RECOVERY)) * (samplingRate / 1000)
  };
}

const NOTHING: WaveformFeatures = {
  troughIndex: -1,
  peakIndex: -1,
  troughAmplitude: Number.NaN,
  peakAmplitude: Number.NaN,
  duration: Number.NaN,
  halfWidth: Number.NaN,
  peakToTroughRatio: Number.NaN,
  repolarizationSlope: Number.NaN,
  recoverySlope: Number.NaN
};

/** Samples between the two points, interpolated, where the waveform crosses half its depth. */
function widthAtHalf(waveform: ArrayLike<number>, trough: number): number {
  const half = waveform[trough] / 2;
  const crossing = (direction: 1 | -1): number => {
    let last = trough;
    while (waveform[last + direction] <= half) last += direction;
    const beyond = waveform[last + direction];
    if (beyond === undefined) return Number.NaN;
    return last + (direction * (half - waveform[last])) / (beyond - waveform[last]);
  };
  return half < 0 ? crossing(1) - crossing(-1) : Number.NaN;
}

/** The slope per sample of the line of least squares through samples `from` to before `to`. */
function slope(waveform: ArrayLike<number>, from: number, to: number): number {
  const n = to - from;
  let [product, squares] = [0, 0];
  for (let i = from; i < to; ++i) {
    const time = i - from - (n - 1) / 2;
    product += time * waveform[i];
    squares += time * time;
  }
  return n > 1 ? product / squares : Number.NaN;
}
