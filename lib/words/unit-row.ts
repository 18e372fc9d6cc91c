import type {PlacedUnit} from "./unit-order.js";

/** A unit on its probe, as a row of the units table has it. */
export interface ProbeUnit extends PlacedUnit {
  /** Distance across the probe, in µm. */
  probe_horizontal_position: number;
}

/** A row of the units table, with AllenSDK's names: measures of quality, the shape of the waveform, the probe. NaN where nothing is known. */
export interface UnitRow extends ProbeUnit {
  /** Signal to noise: the waveform's amplitude over the noise on its peak channel. */
  snr: number;
  /** Spikes per second over the session. */
  firing_rate: number;
  /** The rate of spikes within the refractory period of another, relative to all. */
  isi_violations: number;
  /** An estimate of the share of spikes too small to be detected. */
  amplitude_cutoff: number;
  /** The share of the session in which the unit fired at all. */
  presence_ratio: number;
  /** How well its spikes separate from its neighbours'. */
  d_prime: number;
  peak_channel_id: number;
  probe_id: number;
  /** Hz */
  probe_sampling_rate: number;
  /** Peak-to-trough time of the waveform, in ms. */
  waveform_duration: number;
  /** How far along the probe its waveform reaches, in µm. */
  waveform_spread: number;
  waveform_PT_ratio: number;
  /** µV */
  waveform_amplitude: number;
  /** In the common coordinates of the brain, in µm. */
  dorsal_ventral_ccf_coordinate: number;
}
