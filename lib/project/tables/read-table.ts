import type {Columns} from "../../array/index.js";
import {ProjectError} from "../project-error.js";
import {withListedStructures} from "./listed-structures.js";
import {parseCsv} from "./parse-csv.js";

/** The tables of the project, and what is computed from each: it must have these columns. The first holds its ids. */
const NEEDED = {
  sessions: ["id", "session_type", "age_in_days", "sex", "genotype"],
  probes: ["id", "ecephys_session_id", "lfp_sampling_rate", "lfp_temporal_subsampling_factor"],
  channels: ["id", "ecephys_probe_id", "ecephys_structure_acronym"],
  units: ["id", "ecephys_channel_id", "amplitude_cutoff", "presence_ratio", "isi_violations", "quality"],
  metrics: ["ecephys_unit_id"]
};

/** A kind of table of the project. */
export type TableKind = keyof typeof NEEDED;

/** Columns that hold numbers wherever they stand. */
const NUMBERS = [
  ...["session", "probe", "channel", "unit", "structure"].map((name) => `ecephys_${name}_id`),
  ...["anterior_posterior", "dorsal_ventral", "left_right"].map((axis) => `${axis}_ccf_coordinate`),
  ...["amplitude_cutoff", "presence_ratio", "isi_violations"],
  ...["id", "age_in_days", "lfp_sampling_rate", "lfp_temporal_subsampling_factor"]
];

/** Columns that hold text wherever they stand, also where it spells a number or there is none. */
const TEXTS = [
  ...["date_of_acquisition", "published_at", "session_type", "sex", "genotype", "name", "phase", "quality"],
  ...["ecephys_structure_acronym", "structure_acronyms", "epoch_name_quality_metrics", "epoch_name_waveform_metrics"]
];

/**
 * The columns of one of the project's CSV files, as they stand in it.
 * @param file its path, for messages
 * @throws {ProjectError} `bad-table` when a column that is needed is missing or of another kind, or an id stands twice
 */
export function readTable(kind: TableKind, text: string, file: string): Columns {
  const columns = parseCsv(text, file, TEXTS);
  const wrong = (path: string, expected: string, found: string) =>
    new ProjectError("bad-table", {
      file,
      path,
      expected,
      found,
      remedy: `Is this the project's table of ${kind}? If so, delete the file, and it is fetched again.`
    });
  for (const name of NEEDED[kind])
    if (!(name in columns)) throw wrong(name, `a column "${name}"`, `the columns ${Object.keys(columns).join(", ")}`);
  for (const name of NUMBERS) {
    const column = columns[name] ?? new Float64Array();
    if (column instanceof Float64Array) continue;
    throw wrong(name, "a column of numbers", `"${column.find((cell) => cell !== null)}"`);
  }
  const [idName] = NEEDED[kind];
  const seen = new Set<number>();
  for (const id of columns[idName] as Float64Array) {
    if (!Number.isSafeInteger(id)) throw wrong(idName, "a whole number in every row", `${id} in row ${seen.size + 1}`);
    if (seen.has(id)) throw wrong(idName, "each id once", `${id} twice`);
    seen.add(id);
  }
  return kind === "sessions" ? withListedStructures(columns, file) : columns;
}
