// Small cache folders with whatever tables a test needs.
import {mkdtempSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {temporaryDirectory} from "../../nwb/write-hdf5.js";

/** One row of a table, by column; null is an empty field. */
export type Row = Record<string, string | number | boolean | null>;

/** The rows of each table; every row of a table has the same columns. */
export interface Tables {
  sessions: Row[];
  probes: Row[];
  channels: Row[];
  units: Row[];
}

const HEADERS = {
  sessions:
    "id,date_of_acquisition,isi_experiment_id,published_at,specimen_id,session_type,age_in_days,sex,genotype,has_nwb",
  probes:
    "id,air_channel_index,ecephys_session_id,lfp_sampling_rate,lfp_temporal_subsampling_factor,name,phase,sampling_rate,surface_channel_index,has_lfp_data",
  channels:
    "id,ecephys_probe_id,local_index,probe_horizontal_position,probe_vertical_position,anterior_posterior_ccf_coordinate,dorsal_ventral_ccf_coordinate,left_right_ccf_coordinate,ecephys_structure_id,ecephys_structure_acronym",
  units:
    "id,PT_ratio,amplitude,amplitude_cutoff,duration,ecephys_channel_id,epoch_name_quality_metrics,firing_rate,halfwidth,isi_violations,l_ratio,presence_ratio,quality,snr"
};

/** A row of a table with an id; the columns of the published tables, with plain values where none are given. */
export function row(kind: keyof Tables, id: number, values: Row = {}): Row {
  const plain: Row = {
    session_type: "brain_observatory_1.1",
    age_in_days: 100,
    sex: "M",
    genotype: "wt/wt",
    has_nwb: true,
    lfp_sampling_rate: 2500,
    lfp_temporal_subsampling_factor: 2,
    name: "probeA",
    phase: "3a",
    has_lfp_data: true,
    amplitude_cutoff: 0.01,
    presence_ratio: 0.99,
    isi_violations: 0.1,
    quality: "good"
  };
  const columns = HEADERS[kind].split(",").map((name): [string, Row[string]] => [name, plain[name] ?? null]);
  return {...Object.fromEntries(columns), id, ...values};
}

/** A table as pandas writes it. */
export function csvText(kind: keyof Tables, rows: Row[]): string {
  const header = rows.length > 0 ? Object.keys(rows[0]).join(",") : HEADERS[kind];
  return `${[header, ...rows.map((cells) => Object.values(cells).map(field).join(","))].join("\n")}\n`;
}

function field(value: Row[string]): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "True" : "False";
  return /[",\n\r]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
}

/** A new cache folder with these tables; a text stands for a table as it is. */
export function writeCache(tables: {[Kind in keyof Tables]?: Row[] | string}): string {
  const directory = mkdtempSync(join(temporaryDirectory(), "cache-"));
  for (const kind of ["sessions", "probes", "channels", "units"] as const) {
    const rows = tables[kind] ?? [];
    writeFileSync(join(directory, `${kind}.csv`), typeof rows === "string" ? rows : csvText(kind, rows));
  }
  return directory;
}
