import type {WaveformFeatures} from "../../analysis/unit-features/index.js";
import type {SpikeTrainFeatures} from "../../session/index.js";
import {type ProbeUnit, placeUnits, type RowTable} from "../../words/index.js";

/** A unit of the page, as a row of the units table has it. */
export interface PlacedClusteringUnit extends ProbeUnit {
  peak_channel_id: number;
  /** How far along the probe its waveform is seen (µm). */
  waveform_spread: number;
  /** µm */
  dorsal_ventral_ccf_coordinate: number;
  /** Hz */
  probe_sampling_rate: number;
}

/** A unit with the shape of its spikes and with what its spike train is like, where that is known. */
export interface FeaturedUnit
  extends PlacedClusteringUnit,
    WaveformFeatures,
    Partial<Omit<SpikeTrainFeatures, "unit_id">> {
  /** The mean waveform on its peak channel (µV). */
  waveform: ArrayLike<number>;
}

/** The rows of a units table, with the columns that this page reads. */
export function unitsToCluster(units: RowTable): PlacedClusteringUnit[] {
  return placeUnits<PlacedClusteringUnit>(units);
}

/** A number that describes a unit. */
export interface ClusteringFeature {
  /** What it is called in the page's address. */
  id: string;
  /** With its unit. */
  name: string;
  /** NaN where a unit lacks it. */
  of: (unit: FeaturedUnit) => number;
  /** Whether it is one of the tutorial's, with which the page begins. */
  preset?: boolean;
}

const known = (value: number | undefined) => value ?? Number.NaN;

/** What units can be told apart by. Rates and intervals spread over factors of a hundred: of them the logarithms. */
export const clusteringFeatures: readonly ClusteringFeature[] = [
  {id: "duration", name: "duration (ms)", of: (unit) => unit.duration, preset: true},
  {id: "trough", name: "trough amplitude (µV)", of: (unit) => unit.troughAmplitude, preset: true},
  {id: "median-isi", name: "log median interval (s)", of: (unit) => Math.log10(known(unit.median_isi)), preset: true},
  {id: "half-width", name: "half-width (ms)", of: (unit) => unit.halfWidth},
  {id: "pt-ratio", name: "peak-to-trough ratio", of: (unit) => unit.peakToTroughRatio},
  {id: "repolarization", name: "repolarization slope (µV/ms)", of: (unit) => unit.repolarizationSlope},
  {id: "recovery", name: "recovery slope (µV/ms)", of: (unit) => unit.recoverySlope},
  {id: "spread", name: "spread (µm)", of: (unit) => unit.waveform_spread},
  {id: "rate", name: "log rate (spikes/s)", of: (unit) => Math.log10(known(unit.rate))},
  {id: "cv", name: "CV of intervals", of: (unit) => known(unit.cv)},
  {id: "lv", name: "LV of intervals", of: (unit) => known(unit.lv)},
  {id: "burst", name: "burst index", of: (unit) => known(unit.burst_index)},
  {id: "depth", name: "position on the probe (µm)", of: (unit) => unit.probe_vertical_position},
  {id: "ccf", name: "dorsal–ventral CCF (µm)", of: (unit) => unit.dorsal_ventral_ccf_coordinate}
];

/** The features with which the page begins. */
export const presetFeatures: readonly ClusteringFeature[] = clusteringFeatures.filter(({preset}) => preset);
