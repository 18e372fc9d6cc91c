import type {ColumnTable} from "arquero";
import {columnValues} from "../../snapshot/index.js";
import {indicesOf} from "../id-list.js";
import {changes} from "../stimulus/stimulus-epochs.js";

/** Where structures begin along a list of channels. */
export interface StructureIntervals {
  /** The acronym of each interval; null outside the brain. */
  labels: (string | null)[];
  /** The index of the channel at which each interval begins, and the number of channels. */
  intervals: number[];
}

/** What a channel's structure is called: by the project's tables, or where these are not at hand by the file. */
export function acronymColumn(table: ColumnTable): string {
  return table.columnNames().includes("ecephys_structure_acronym") ? "ecephys_structure_acronym" : "structure_acronym";
}

/**
 * Runs of channels in one structure, in the order in which the channels are given.
 * @returns with `probes`, the number of probes that the channels are on
 * @throws {SessionError} `unknown-id`
 */
export function channelStructureIntervals(
  channels: ColumnTable,
  channelIds: readonly number[]
): StructureIntervals & {probes: number} {
  const rows = indicesOf(channelIds, columnValues<number>(channels, "id"), "channel");
  const acronyms = columnValues<string | null>(channels, acronymColumn(channels));
  const hasIds = channels.columnNames().includes("ecephys_structure_id");
  const structures = hasIds ? columnValues<number>(channels, "ecephys_structure_id") : acronyms;
  const probeIds = columnValues<number>(channels, "probe_id");
  const intervals = changes(rows.map((row) => structures[row]));
  return {
    labels: intervals.slice(0, -1).map((index) => acronyms[rows[index]]),
    intervals,
    probes: new Set(rows.map((row) => probeIds[row])).size
  };
}
