import {readFile} from "node:fs/promises";
import {type ColumnTable, table} from "arquero";
import {columnValues, encodeTable} from "../snapshot/index.js";
import {EcephysProjectCache} from "./ecephys-project-cache.js";
import {ProjectError} from "./project-error.js";

/** What a snapshot of a project's table says of itself. */
export interface ProjectSnapshotDetails {
  /** Whether the folder has the project's tables at all. */
  present: boolean;
  /** How many rows the whole table has, where the snapshot has the first of them. */
  rows?: number;
}

/** Tables that are too long for a page are cut to so many rows. */
const FIRST_ROWS = 100;

/** The limits that decide which units are kept, all off: every unit of the project. */
const NO_FILTERS = {
  amplitudeCutoffMaximum: null,
  presenceRatioMinimum: null,
  isiViolationsMaximum: null,
  filterByValidity: false
};

/** The quality metrics that are counted, each in bins over the range in which most units lie. */
const METRIC_RANGES = {
  snr: [0, 10],
  firing_rate: [0, 40],
  isi_violations: [0, 2],
  amplitude_cutoff: [0, 0.5],
  presence_ratio: [0, 1],
  d_prime: [0, 10]
} as const satisfies Record<string, readonly [number, number]>;

type Metric = keyof typeof METRIC_RANGES;

/** Into so many bins; what lies outside is counted in the first and the last. */
const METRIC_BINS = 40;

/**
 * A snapshot of something of all sessions in a cache folder. A folder without the project's tables gives an empty one.
 * @returns the bytes of an Arrow IPC stream
 */
export async function projectSnapshot(
  directory: string,
  content: (cache: EcephysProjectCache) => Promise<{table: ColumnTable; rows?: number}>
): Promise<Uint8Array> {
  const {version} = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8"));
  const {table: made, details} = await contentOrNothing(directory, content);
  const metadata = {sessionId: 0, sessionStartTime: "", source: "the project's tables", sourceDigest: ""};
  return encodeTable(made, {...metadata, codeVersion: version as string, details});
}

async function contentOrNothing(
  directory: string,
  content: (cache: EcephysProjectCache) => Promise<{table: ColumnTable; rows?: number}>
): Promise<{table: ColumnTable; details: ProjectSnapshotDetails}> {
  try {
    const {table, rows} = await content(await EcephysProjectCache.open({directory}));
    return {table, details: {present: true, rows: rows ?? table.numRows()}};
  } catch (error) {
    if (!(error instanceof ProjectError && error.tag === "not-found")) throw error;
    return {table: table({}), details: {present: false}};
  }
}

/** The first rows of a table, and how many it has. */
export function firstRows(whole: ColumnTable): {table: ColumnTable; rows: number} {
  return {table: whole.slice(0, FIRST_ROWS).reify(), rows: whole.numRows()};
}

/**
 * How many channels, and units that pass the default filters, each session has in each structure: ecephys_session_id,
 * ecephys_structure_acronym, channels, units.
 */
export async function structureCounts(cache: EcephysProjectCache): Promise<{table: ColumnTable}> {
  const counts = new Map<string, {session: number; acronym: string | null; channels: number; units: number}>();
  const count = (kind: "channels" | "units", whole: ColumnTable) => {
    const sessions = columnValues<number>(whole, "ecephys_session_id");
    const acronyms = columnValues<string | null>(whole, "ecephys_structure_acronym");
    for (let row = 0; row < sessions.length; ++row) {
      const key = `${sessions[row]} ${acronyms[row]}`;
      const known = counts.get(key) ?? {session: sessions[row], acronym: acronyms[row], channels: 0, units: 0};
      ++known[kind];
      counts.set(key, known);
    }
  };
  count("channels", await cache.channels());
  count("units", await cache.units());
  const rows = [...counts.values()];
  return {
    table: table({
      ecephys_session_id: Int32Array.from(rows, ({session}) => session),
      ecephys_structure_acronym: rows.map(({acronym}) => acronym),
      channels: Int32Array.from(rows, ({channels}) => channels),
      units: Int32Array.from(rows, ({units}) => units)
    })
  };
}

/**
 * How the quality metrics of all units, also those that the default filters leave out, are spread in each session:
 * ecephys_session_id, metric, least and most (the range), counts (a list: one for each of equal bins over it), missing.
 */
export async function metricCounts(cache: EcephysProjectCache): Promise<{table: ColumnTable; rows: number}> {
  const units = await cache.units(NO_FILTERS);
  const sessions = columnValues<number>(units, "ecephys_session_id");
  const rows = new Map<string, {session: number; metric: Metric; counts: Uint32Array; missing: number}>();
  for (const metric of Object.keys(METRIC_RANGES) as Metric[]) {
    const [least, most] = METRIC_RANGES[metric];
    const values = columnValues<number>(units, metric);
    for (let row = 0; row < values.length; ++row) {
      const key = `${sessions[row]} ${metric}`;
      const known = rows.get(key) ?? {session: sessions[row], metric, counts: new Uint32Array(METRIC_BINS), missing: 0};
      rows.set(key, known);
      const bin = Math.floor(((values[row] - least) / (most - least)) * METRIC_BINS);
      if (Number.isNaN(bin)) ++known.missing;
      else ++known.counts[Math.max(0, Math.min(METRIC_BINS - 1, bin))];
    }
  }
  const all = [...rows.values()];
  return {
    table: table({
      ecephys_session_id: Int32Array.from(all, ({session}) => session),
      metric: all.map(({metric}) => metric),
      least: Float64Array.from(all, ({metric}) => METRIC_RANGES[metric][0]),
      most: Float64Array.from(all, ({metric}) => METRIC_RANGES[metric][1]),
      counts: all.map(({counts}) => counts),
      missing: Int32Array.from(all, ({missing}) => missing)
    }),
    rows: units.numRows()
  };
}
