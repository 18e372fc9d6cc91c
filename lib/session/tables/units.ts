import type {ColumnTable} from "arquero";
import {type Column, type Columns, takeAllRows} from "../../array/index.js";
import {DynamicTable, type NwbFile} from "../../nwb/index.js";
import {toColumns, toTable} from "../columns.js";
import type {ResolvedOptions} from "../session-options.js";
import {type FileColumns, OptionalColumns} from "./optional-columns.js";
import {probeColumnsOfUnits} from "./probes.js";
import {type UnitFilters, usableFilters} from "./unit-filters.js";
import {warnOfMissing} from "./warn-of-missing.js";

export const UNITS = "/units";

/** The columns AllenSDK gives of a unit, in its order: its name for each, and the file's. */
const COLUMNS: readonly (readonly [name: string, inFile: string])[] = [
  ["waveform_PT_ratio", "PT_ratio"],
  ["waveform_amplitude", "amplitude"],
  ["amplitude_cutoff", "amplitude_cutoff"],
  ["cluster_id", "cluster_id"],
  ["cumulative_drift", "cumulative_drift"],
  ["d_prime", "d_prime"],
  ["firing_rate", "firing_rate"],
  ["isi_violations", "isi_violations"],
  ["isolation_distance", "isolation_distance"],
  ["L_ratio", "l_ratio"],
  ["local_index", "local_index"],
  ["max_drift", "max_drift"],
  ["nn_hit_rate", "nn_hit_rate"],
  ["nn_miss_rate", "nn_miss_rate"],
  ["peak_channel_id", "peak_channel_id"],
  ["presence_ratio", "presence_ratio"],
  ["quality", "quality"],
  ["waveform_recovery_slope", "recovery_slope"],
  ["waveform_repolarization_slope", "repolarization_slope"],
  ["silhouette_score", "silhouette_score"],
  ["snr", "snr"],
  ["waveform_spread", "spread"],
  ["waveform_velocity_above", "velocity_above"],
  ["waveform_velocity_below", "velocity_below"],
  ["waveform_duration", "waveform_duration"]
];

/** The units of a session that pass its filters, and where each is in the file. */
export interface SelectedUnits {
  table: ColumnTable;
  /** The row in the file of every unit, in AllenSDK's order of spike_times: by probe, then as in the file. */
  fileRows: Map<number, number>;
}

/**
 * The units that pass the filters, each with the columns of its peak channel and its probe, sorted by probe and by
 * position on the probe. First column unit_id.
 * @param allChannels every channel of the file, on which the filters by channel are decided
 * @param channels the channels of the session, which the units are joined with
 */
export function selectUnits(
  file: NwbFile,
  allChannels: FileColumns,
  channels: Columns,
  probes: ColumnTable,
  options: ResolvedOptions
): SelectedUnits {
  const {columns: units, missing} = readUnits(file);
  const filters = usableFilters(options, [...missing, ...allChannels.missing]);
  warnOfMissing(options.onWarning, missing, "its units");
  const ids = Array.from(units.unit_id as ArrayLike<number>);
  const peakChannels = units.peak_channel_id as ArrayLike<number>;
  const channelRow = rowsById(channels.id);
  const probeRow = rowsById(toColumns(probes).id);
  const probeIds = channels.probe_id as ArrayLike<number>;
  const allowed = allowedPeakChannels(allChannels.columns, filters);

  const position = (name: string, channel: number) => (channels[name] as ArrayLike<number>)[channel];
  const kept = ids.flatMap((id, row) => {
    const channel = channelRow.get(peakChannels[row]);
    const probe = channel === undefined ? undefined : probeRow.get(probeIds[channel]);
    if (channel === undefined || probe === undefined) return [];
    if (!allowed(peakChannels[row]) || !passesLimits(units, row, filters)) return [];
    if (filters.byQuality && units.quality[row] !== "good") return [];
    const vertical = position("probe_vertical_position", channel);
    const horizontal = position("probe_horizontal_position", channel);
    return [{id, row, channel, probe, vertical, horizontal}];
  });

  // Both sorts are stable: units that tie stay in the order of the file.
  const byProbe = [...kept].sort((a, b) => a.probe - b.probe);
  const byPosition = [...byProbe].sort(
    (a, b) => a.probe - b.probe || a.vertical - b.vertical || a.horizontal - b.horizontal
  );
  const rows = (of: "row" | "channel" | "probe") => byPosition.map((unit) => unit[of]);
  const own = takeAllRows(units, rows("row"));
  if (options.filterByValidity) delete own.quality;
  const {id: _channelId, ...ofChannel} = takeAllRows(channels, rows("channel"));
  const {id: _probeId, ...ofProbe} = takeAllRows(probeColumnsOfUnits(probes), rows("probe"));
  return {
    table: toTable({...own, ...ofChannel, ...ofProbe}),
    fileRows: new Map(byProbe.map(({id, row}) => [id, row]))
  };
}

/** The columns of all units of the file; those that it lacks, and need not have, are NaN or null. */
function readUnits(file: NwbFile): FileColumns {
  const units = new DynamicTable(file, UNITS);
  const optional = new OptionalColumns(units);
  const columns: Columns = {unit_id: units.ids};
  for (const [name, inFile] of COLUMNS) {
    if (name === "peak_channel_id") columns[name] = units.numbers(inFile);
    else columns[name] = name === "quality" ? optional.strings(inFile) : optional.numbers(inFile);
  }
  return {columns, missing: optional.missing};
}

/** The rows of all units of the file, in AllenSDK's order: by probe, then as in the file. */
export function rowsByProbe(units: DynamicTable, channels: Columns, probes: ColumnTable): number[] {
  const peakChannels = units.numbers("peak_channel_id");
  const channelRow = rowsById(channels.id);
  const probeRow = rowsById(toColumns(probes).id);
  const probeOf = Array.from(peakChannels, (id) => {
    const channel = channelRow.get(id);
    return channel === undefined ? undefined : probeRow.get((channels.probe_id as ArrayLike<number>)[channel]);
  });
  const rows = probeOf.flatMap((probe, row) => (probe === undefined ? [] : [row]));
  return rows.sort((a, b) => probeOf[a]! - probeOf[b]!);
}

function rowsById(ids: Column): Map<number, number> {
  return new Map(Array.from(ids as ArrayLike<number>, (id, row) => [id, row]));
}

function allowedPeakChannels(channels: Columns, filters: UnitFilters): (channelId: number) => boolean {
  const ids = channels.id as ArrayLike<number>;
  const allowed = new Set<number>();
  for (let row = 0; row < ids.length; ++row) {
    if (filters.byValidChannel && !channels.valid_data[row]) continue;
    if (filters.byStructure && channels.structure_acronym[row] === null) continue;
    allowed.add(ids[row]);
  }
  return (channelId) => allowed.has(channelId);
}

/** AllenSDK's limits include their edge; NaN passes no limit. */
function passesLimits(units: Columns, row: number, {limits}: UnitFilters): boolean {
  return limits.every(({column, least, most}) => {
    const value = (units[column] as ArrayLike<number>)[row];
    return least <= value && value <= most;
  });
}
