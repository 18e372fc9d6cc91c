// What the warehouse is asked for the project's tables, and how its replies become the columns of the CSV files.

import type {Columns} from "../../../array/index.js";
import {ProjectError} from "../../project-error.js";
import {inferLiterals} from "./python-literals.js";
import type {WarehouseRow} from "./query-rows.js";

/** A question to the warehouse, and the table that its answer makes. */
export interface TableQuery {
  criteria: string;
  toColumns(rows: WarehouseRow[]): Columns;
}

const SESSIONS =
  "id,date_of_acquisition,isi_experiment_id,published_at,specimen_id,session_type,age_in_days,sex,genotype,has_nwb";
const PROBES =
  "id,air_channel_index,ecephys_session_id,lfp_sampling_rate,lfp_temporal_subsampling_factor,name,phase,sampling_rate,surface_channel_index,has_lfp_data";
const CHANNELS =
  "id,ecephys_probe_id,local_index,probe_horizontal_position,probe_vertical_position,anterior_posterior_ccf_coordinate,dorsal_ventral_ccf_coordinate,left_right_ccf_coordinate,ecephys_structure_id,ecephys_structure_acronym";

/** How the columns of channels are called in the warehouse. */
const CHANNEL_FIELDS = CHANNELS.split(",").map((name) => {
  if (name === "ecephys_structure_id") return "structures.id as ecephys_structure_id";
  if (name === "ecephys_structure_acronym") return "structures.acronym as ecephys_structure_acronym";
  return `ecephys_channels.${name}`;
});

/** The queries of the four tables. */
export const TABLE_QUERIES: Record<"sessions" | "probes" | "channels" | "units", TableQuery> = {
  sessions: {
    criteria: "criteria=model::EcephysSession,rma::include,specimen(donor(age)),well_known_files(well_known_file_type)",
    toColumns: (rows) => columnsOf(rows.map(sessionRow), SESSIONS.split(","))
  },
  probes: {
    criteria: "criteria=model::EcephysProbe",
    toColumns: (rows) =>
      columnsOf(
        rows.map((row) => ({...row, has_lfp_data: row.use_lfp_data})),
        PROBES.split(",")
      )
  },
  channels: {
    criteria: `criteria=model::EcephysChannel,rma::include,structure,rma::options[tabular$eq'${CHANNEL_FIELDS.join(",")}']`,
    toColumns: (rows) => columnsOf(rows, CHANNELS.split(","))
  },
  units: {
    criteria: "criteria=model::EcephysUnit",
    toColumns: (rows) => columnsOf(rows, idFirst(rows, "id"))
  }
};

/** The analysis metrics of a session's units, or of those of all sessions of a type. */
export function metricsQuery(of: {sessionId: number} | {sessionType: string}): TableQuery {
  const session = "sessionId" in of ? `[id$in${of.sessionId}]` : `[stimulus_name$in'${of.sessionType}']`;
  return {
    criteria: `criteria=model::EcephysUnitMetricBundle,rma::criteria,ecephys_unit(ecephys_channel(ecephys_probe(ecephys_session${session})))`,
    toColumns(rows) {
      const merged = rows.map(({data, id: _, ...row}) => ({...row, ...bundledMetrics(data)}));
      const columns = columnsOf(merged, idFirst(merged, "ecephys_unit_id"));
      const {p_value_rf: onScreen, on_screen_rf: pValues} = columns;
      const first = (column: Columns[string] = []) => typeof Array.from(column).find((cell) => cell !== null);
      // In the warehouse each of these two stands under the other's name.
      const areSwapped = first(onScreen) === "boolean" && first(pValues) === "number";
      return areSwapped ? {...columns, p_value_rf: pValues, on_screen_rf: onScreen} : columns;
    }
  };
}

/** The metrics of a unit: a text of JSON as Python writes it, in which a missing number is NaN. */
function bundledMetrics(data: unknown): WarehouseRow {
  try {
    const metrics =
      typeof data === "string" ? JSON.parse(data.replace(/(?<=[:,[]\s*)(NaN|-?Infinity)\b/g, "null")) : data;
    if (typeof metrics === "object" && metrics !== null) return metrics;
  } catch {
    // Said below.
  }
  throw new ProjectError("bad-reply", {
    path: "data",
    expected: "the metrics of a unit in JSON",
    found: String(data).slice(0, 60),
    remedy: "Try again later, or take the file from another source."
  });
}

interface SessionReply extends WarehouseRow {
  specimen?: {donor?: {sex?: string; full_genotype?: string; age?: {days?: number}}};
  well_known_files?: {well_known_file_type?: {name?: string}}[];
}

function sessionRow(row: SessionReply): WarehouseRow {
  const donor = row.specimen?.donor;
  return {
    ...row,
    session_type: row.stimulus_name,
    age_in_days: donor?.age?.days,
    sex: donor?.sex,
    genotype: donor?.full_genotype || "wt",
    has_nwb: (row.well_known_files ?? []).some((file) => file.well_known_file_type?.name === "EcephysNwb")
  };
}

/** The names of all columns, the given one first and the others in alphabetical order. */
function idFirst(rows: WarehouseRow[], id: string): string[] {
  const others = new Set(rows.flatMap((row) => Object.keys(row)));
  others.delete(id);
  return [id, ...[...others].sort()];
}

function columnsOf(rows: WarehouseRow[], names: readonly string[]): Columns {
  return Object.fromEntries(names.map((name) => [name, inferLiterals(rows.map((row) => row[name] ?? null))]));
}
