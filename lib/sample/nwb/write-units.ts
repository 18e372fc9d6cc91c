import {CHANNELS_PER_PROBE, type Channel} from "../channels.js";
import {meanWaveform, WAVEFORM_SAMPLES} from "../mean-waveform.js";
import type {Probe} from "../probes.js";
import type {QualityMetrics} from "../quality-metrics.js";
import {RandomStream} from "../random-stream.js";
import type {ModelUnit, SessionModel} from "../session-model.js";
import {spikeAmplitudes} from "../spike-amplitudes.js";
import type {CompressedData} from "./compressed-dataset.js";
import {type Column, integers, raggedIndex, writeDynamicTable} from "./dynamic-table.js";
import type {NwbWriter} from "./nwb-writer.js";

/** What each metric is, in the order in which the table names them. */
const METRICS: readonly (readonly [name: keyof QualityMetrics, description: string])[] = [
  ["snr", "signal-to-noise ratio of the waveform on the peak channel"],
  ["firing_rate", "spikes per second over the session"],
  ["isi_violations", "rate of spikes within the refractory period, relative to all"],
  ["waveform_duration", "time from trough to peak, ms"],
  ["amplitude", "amplitude of the waveform, microvolts"],
  ["spread", "how far along the probe the waveform is seen, microns"],
  ["velocity_above", "how the waveform travels up the probe, s/m"],
  ["velocity_below", "how the waveform travels down the probe, s/m"],
  ["PT_ratio", "peak over trough of the waveform"],
  ["nn_hit_rate", "share of neighbours in feature space that are of the unit"],
  ["nn_miss_rate", "share of neighbours of other units that are of the unit"],
  ["presence_ratio", "share of the session in which the unit fires"],
  ["amplitude_cutoff", "estimated share of spikes that were too small to be found"],
  ["isolation_distance", "distance from other spikes in feature space"],
  ["l_ratio", "other spikes near the unit in feature space"],
  ["d_prime", "separation from other units in feature space"],
  ["max_drift", "largest movement along the probe, microns"],
  ["cumulative_drift", "all movement along the probe, microns"],
  ["silhouette_score", "how well the unit stands apart in feature space"],
  ["waveform_halfwidth", "width of the trough at half its depth, ms"],
  ["repolarization_slope", "slope from trough to peak, V/s"],
  ["recovery_slope", "slope after the peak, V/s"]
];

/** Writes the units table. Spike amplitudes and mean waveforms are compressed, for the sake of the sample's size. */
export function writeUnits(nwb: NwbWriter, {units, channels, recording, seed}: SessionModel): void {
  const columns: Record<string, Column> = {
    cluster_id: {description: "id of the sorter's cluster", data: integers(units.map((unit) => unit.clusterId))},
    local_index: {description: "place among the probe's units", data: integers(units.map((unit) => unit.localIndex))},
    peak_channel_id: {
      description: "id of the channel with the largest waveform",
      data: integers(units.map((unit) => unit.peakChannel.id))
    },
    quality: {description: "good or noise", data: units.map((unit) => unit.quality)}
  };
  for (const [name, description] of METRICS) {
    columns[name] = {description, data: Float64Array.from(units, (unit) => unit.metrics[name])};
  }
  const spikesIndex = raggedIndex(units.map((unit) => unit.spikes.length));
  columns.spike_times = {
    description: "times of the unit's spikes, seconds",
    data: concatenate(units.map((unit) => unit.spikes)),
    index: spikesIndex
  };
  columns.spike_amplitudes = {
    description: "amplitudes of the unit's spikes, volts",
    data: amplitudeData(units, recording, seed),
    index: spikesIndex
  };
  columns.waveform_mean = {
    description: "mean waveforms, one row per channel of the unit's probe, microvolts",
    data: waveformData(units, channels, seed),
    index: raggedIndex(units.map(() => CHANNELS_PER_PROBE)),
    unit: "volts" // so the published files say of their microvolts
  };
  writeDynamicTable(nwb, "/units", {
    type: ["core", "Units"],
    description: "sorted units of the synthetic session",
    ids: units.map((unit) => unit.id),
    columns
  });
}

function amplitudeData(units: readonly ModelUnit[], recording: [number, number], seed: number): CompressedData {
  const amplitudes = units.map((unit) => {
    const random = new RandomStream(seed, `spike-amplitudes/${unit.id}`);
    return spikeAmplitudes(unit, unit.metrics.amplitude, recording, random);
  });
  const all = concatenate(amplitudes);
  return {shape: [all.length], chunk: [65536], axis: 0, parts: [all]};
}

/** One chunk per unit, drawn as it is written: all of them would be 100 MB. */
function waveformData(units: readonly ModelUnit[], channels: readonly Channel[], seed: number): CompressedData {
  const ofProbe = new Map<Probe, Channel[]>();
  for (const {probe} of units) {
    if (ofProbe.has(probe)) continue;
    const own = channels.filter((channel) => channel.probe === probe);
    ofProbe.set(
      probe,
      own.sort((a, b) => a.number - b.number)
    );
  }
  const parts = function* () {
    for (const unit of units) {
      const random = new RandomStream(seed, `mean-waveform/${unit.id}`);
      yield meanWaveform(unit, unit.metrics, ofProbe.get(unit.probe)!, random);
    }
  };
  return {
    shape: [CHANNELS_PER_PROBE * units.length, WAVEFORM_SAMPLES],
    chunk: [CHANNELS_PER_PROBE, WAVEFORM_SAMPLES],
    axis: 0,
    parts: parts()
  };
}

function concatenate(arrays: readonly Float64Array[]): Float64Array {
  const joined = new Float64Array(arrays.reduce((sum, {length}) => sum + length, 0));
  let at = 0;
  for (const array of arrays) {
    joined.set(array, at);
    at += array.length;
  }
  return joined;
}
