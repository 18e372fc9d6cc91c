import {AnalysisError} from "../analysis-error.js";
import {asMatrix, type Matrix, type MatrixLike} from "../linear-algebra/index.js";
import {inTurns, type LongTaskOptions, takingTurns} from "../long-task.js";
import {powerSpectralDensitySteps} from "../spectrum/power-spectral-density.js";

/** How a signal is cut into segments. */
export interface SegmentOptions extends LongTaskOptions {
  /** Hz; 1250 for this project's LFP. */
  samplingRate: number;
  /** Samples of a segment, as scipy 256 by default: the resolution is samplingRate / segmentLength. Powers of 2 are fast. */
  segmentLength?: number;
}

/** The power of each channel by frequency. */
export interface PowerSpectrum {
  /** Hz, from 0 to half the sampling rate. */
  frequencies: Float64Array;
  /** Channels × frequencies, in the signal's unit squared per Hz. NaN for a channel that holds a NaN. */
  power: Matrix;
}

/**
 * The power spectral density of each channel by Welch's method, as scipy's `signal.welch` by default: segments that
 * overlap by half, each without its mean and under a Hann window (Welch 1967). A signal that is shorter than a segment is
 * one segment.
 *
 * @example
 * const {frequencies, power} = await powerSpectrum(lfp, {samplingRate: 1250, segmentLength: 1024});
 *
 * @param signal samples × channels, e.g. the LFP in V, of a stretch without a gap in its clock
 * @throws {AnalysisError} `too-few-data` for fewer than two samples, `wrong-argument`; what the signal was aborted with
 */
export async function powerSpectrum(
  signal: MatrixLike,
  {samplingRate, segmentLength = 256, ...options}: SegmentOptions
): Promise<PowerSpectrum> {
  const turn = takingTurns(options);
  const {rows: samples, columns: channels, values} = asMatrix(signal, "signal");
  checkSegments(samples, samplingRate, segmentLength);
  let frequencies = new Float64Array(0);
  const powers: Float64Array[] = [];
  for (let channel = 0; channel < channels; ++channel) {
    const own = new Float64Array(samples);
    for (let i = 0; i < samples; ++i) own[i] = values[i * channels + channel];
    const density = await inTurns(powerSpectralDensitySteps(own, samplingRate, segmentLength), {
      signal: options.signal,
      onProgress: (fraction) => options.onProgress?.((channel + fraction) / channels)
    });
    frequencies = Float64Array.from(density.frequencies);
    powers.push(density.power);
    await turn((channel + 1) / channels);
  }
  const power = new Float64Array(channels * frequencies.length);
  powers.forEach((own, channel) => {
    power.set(own, channel * frequencies.length);
  });
  return {frequencies, power: {rows: channels, columns: frequencies.length, values: power}};
}

/** Samples; longer segments than any recording has. */
const MOST_SAMPLES = 2 ** 26;

/** @throws {AnalysisError} `too-few-data` or `wrong-argument` */
export function checkSegments(samples: number, samplingRate: number, segmentLength: number): void {
  const isRate = samplingRate > 0 && Number.isFinite(samplingRate);
  const isLength = Number.isInteger(segmentLength) && segmentLength >= 2 && segmentLength <= MOST_SAMPLES;
  if (samples >= 2 && isRate && isLength) return;
  throw new AnalysisError(samples < 2 ? "too-few-data" : "wrong-argument", {
    path: "signal, samplingRate, segmentLength",
    expected: `at least two samples, a positive rate (Hz) and segments of 2 to ${MOST_SAMPLES} samples`,
    found: `${samples}, ${samplingRate} and ${segmentLength}`,
    remedy: "Give a longer stretch of the signal."
  });
}
