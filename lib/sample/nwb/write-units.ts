import type {QualityMetrics} from "../quality-metrics.js";
import type {ModelUnit} from "../session-model.js";
import {type Column, integers, raggedIndex, writeDynamicTable} from "./dynamic-table.js";
import type {NwbWriter} from "./nwb-writer.js";

/** Metrics in the order in which the table names them. */
const metricNames: (keyof QualityMetrics)[] = [
  "snr",
  "firing_rate",
  "isi_violations",
  "waveform_duration",
  "amplitude",
  "spread",
  "velocity_above",
  "velocity_below",
  "PT_ratio",
  "nn_hit_rate",
  "nn_miss_rate",
  "presence_ratio",
  "amplitude_cutoff",
  "isolation_distance",
  "l_ratio",
  "d_prime",
  "max_drift",
  "cumulative_drift",
  "silhouette_score",
  "waveform_halfwidth",
  "repolarization_slope",
  "recovery_slope"
];

/** Writes the units table. */
export function writeUnits(nwb: NwbWriter, units: readonly ModelUnit[]): void {
  const columns: Record<string, Column> = {
    cluster_id: {description: "id of the sorter's cluster", data: integers(units.map((unit) => unit.clusterId))},
    local_index: {description: "place among the probe's units", data: integers(units.map((unit) => unit.localIndex))},
    peak_channel_id: {
      description: "id of the channel with the largest waveform",
      data: integers(units.map((unit) => unit.peakChannel.id))
    },
    quality: {description: "good or noise", data: units.map((unit) => unit.quality)}
  };
  for (const name of metricNames) {
    columns[name] = {description: "no description", data: Float64Array.from(units, (unit) => unit.metrics[name])};
  }
  columns.spike_times = {
    description: "times of the unit's spikes, seconds",
    data: concatenate(units.map((unit) => unit.spikes)),
    index: raggedIndex(units.map((unit) => unit.spikes.length))
  };
  writeDynamicTable(nwb, "/units", {
    type: ["core", "Units"],
    description: "sorted units of the synthetic session",
    ids: units.map((unit) => unit.id),
    columns
  });
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
