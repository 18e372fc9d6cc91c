import {interspikeIntervals} from "../correlograms/index.js";
import {type Matrix, matrixRows, zeros} from "../linear-algebra/index.js";
import {type LongTaskOptions, takingTurns} from "../long-task.js";
import {burstIndex} from "./burst-index.js";
import {waveformFeatures} from "./waveform-features.js";

/** What a unit's features are made of. */
export interface FeatureSource {
  /** The mean waveform on the peak channel (µV). */
  waveform: ArrayLike<number>;
  /** Hz */
  samplingRate: number;
  /** Ascending spike times (s). */
  train: ArrayLike<number>;
  /** For how long the unit was recorded (s). */
  seconds: number;
  /** Anything else that is known of it, such as its depth or a metric. */
  metadata?: Readonly<Record<string, number>>;
}

/** The names of the features that a unit's waveform and spikes give. */
export const UNIT_FEATURE_NAMES = [
  "trough_amplitude",
  "duration_ms",
  "half_width_ms",
  "pt_ratio",
  "repolarization_slope",
  "recovery_slope",
  "log10_rate",
  "log10_median_isi",
  "cv",
  "lv",
  "burst_index"
] as const;

/** A feature that a unit's waveform and spikes give. */
export type UnitFeature = (typeof UNIT_FEATURE_NAMES)[number];

function featuresOf({waveform, samplingRate, train, seconds}: FeatureSource): Record<UnitFeature, number> {
  const shape = waveformFeatures(waveform, samplingRate);
  const intervals = interspikeIntervals(train);
  return {
    trough_amplitude: shape.troughAmplitude,
    duration_ms: shape.duration,
    half_width_ms: shape.halfWidth,
    pt_ratio: shape.peakToTroughRatio,
    repolarization_slope: shape.repolarizationSlope,
    recovery_slope: shape.recoverySlope,
    log10_rate: Math.log10(train.length / seconds),
    log10_median_isi: Math.log10(intervals.median),
    cv: intervals.cv,
    lv: intervals.lv,
    burst_index: burstIndex(train)
  };
}

/**
 * Features of units, one row per unit.
 *
 * @example
 * const unit = {waveform: [0, -90, 30, 5], samplingRate: 30000, train: [0.1, 0.13, 1.2], seconds: 2};
 * const features = await unitFeatures([unit], ["log10_rate", "cv"], {signal});
 *
 * @param names columns: {@link UNIT_FEATURE_NAMES}, or names of the units' metadata; NaN where a unit lacks it
 * @throws what the signal was aborted with
 */
export async function unitFeatures(
  units: readonly FeatureSource[],
  names: readonly string[] = UNIT_FEATURE_NAMES,
  options: LongTaskOptions = {}
): Promise<Matrix> {
  const turn = takingTurns(options);
  const table = zeros(units.length, names.length);
  for (const [row, unit] of units.entries()) {
    const known: Readonly<Record<string, number>> = {...unit.metadata, ...featuresOf(unit)};
    names.forEach((name, column) => {
      table.values[row * names.length + column] = known[name] ?? Number.NaN;
    });
    await turn((row + 1) / units.length);
  }
  return table;
}

/** The rows of a table of features that hold only finite numbers, and which they are. */
export function finiteRows(table: Matrix): {table: Matrix; rows: Int32Array} {
  const {rows, columns, values} = table;
  const hasAll = (row: number) => values.subarray(row * columns, (row + 1) * columns).every(Number.isFinite);
  const kept = Int32Array.from(Array.from({length: rows}, (_, row) => row).filter(hasAll));
  return {table: matrixRows(table, kept), rows: kept};
}
