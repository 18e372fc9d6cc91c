// Units with features for the tests of the lesson on clustering.
import {waveformFeatures} from "../../../lib/analysis/unit-features/index.js";
import type {FeaturedUnit} from "../../../lib/lessons/unit-clustering/index.js";

/** A trough at sample 20 and a peak so many samples later. */
export function waveform(depth: number, peakAfter: number): number[] {
  return Array.from({length: 82}, (_, k) => (k === 20 ? -depth : k === 20 + peakAfter ? depth / 2 : 0));
}

export function featuredUnit(unit_id: number, own: Partial<FeaturedUnit> = {}): FeaturedUnit {
  const shape = own.waveform ?? waveform(100, 15);
  return {
    unit_id,
    probe_description: "probeA",
    ecephys_structure_acronym: "VISp",
    probe_vertical_position: 1000,
    probe_horizontal_position: 10,
    peak_channel_id: 1,
    waveform_spread: 60,
    dorsal_ventral_ccf_coordinate: 500,
    probe_sampling_rate: 30_000,
    waveform: shape,
    ...waveformFeatures(shape, 30_000),
    median_isi: 0.01,
    rate: 10,
    cv: 1,
    lv: 1,
    burst_index: 0,
    ...own
  };
}
