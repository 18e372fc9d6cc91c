import type {ColumnTable} from "arquero";
import {type Columns, takeAllRows, takeRows} from "../../array/index.js";
import {DynamicTable, type NumberArray, NwbError, type NwbFile, WRITE_OTHERWISE} from "../../nwb/index.js";
import {toColumns} from "../columns.js";
import {SessionError} from "../session-error.js";
import {type FileColumns, OptionalColumns} from "./optional-columns.js";

export const ELECTRODES = "/general/extracellular_ephys/electrodes";

/** AllenSDK gives this text for every channel; it does not read the file's own. */
const FILTERING = "AP band: 500 Hz high-pass; LFP band: 1000 Hz low-pass";

const COORDINATES = [
  "anterior_posterior_ccf_coordinate",
  "dorsal_ventral_ccf_coordinate",
  "left_right_ccf_coordinate"
] as const;

/**
 * Every channel of a session file, in the order of the file: id, and in alphabetical order CCF coordinates (µm; NaN
 * where the probe was not registered), filtering, probe_channel_number (0 to 383), horizontal and vertical position on
 * the probe (µm), probe_id, structure_acronym (null outside the brain) and valid_data. What the file lacks is NaN or null,
 * and its name among the missing.
 */
export function readChannels(file: NwbFile): FileColumns {
  const electrodes = new DynamicTable(file, ELECTRODES);
  const optional = new OptionalColumns(electrodes);
  const columns = {
    id: electrodes.ids,
    anterior_posterior_ccf_coordinate: optional.numbers("x"),
    dorsal_ventral_ccf_coordinate: optional.numbers("y"),
    filtering: new Array<string>(electrodes.length).fill(FILTERING),
    left_right_ccf_coordinate: optional.numbers("z"),
    probe_channel_number: channelNumbers(file, electrodes, optional),
    probe_horizontal_position: optional.numbers("probe_horizontal_position"),
    probe_id: electrodes.numbers("probe_id"),
    probe_vertical_position: optional.numbers("probe_vertical_position"),
    structure_acronym: optional.strings("location").map(structureAcronym),
    valid_data: optional.booleans("valid_data")
  };
  return {columns, missing: optional.missing};
}

/** @throws {NwbError} `wrong-value` for a number that is not whole: rows of mean waveforms are found by them */
function channelNumbers(file: NwbFile, electrodes: DynamicTable, optional: OptionalColumns): NumberArray {
  const name = channelNumberColumn(file, electrodes);
  if (!electrodes.has(name)) return optional.numbers(name);
  const numbers = electrodes.numbers(name);
  const row = numbers.findIndex((number) => !(Number.isSafeInteger(number) && number >= 0));
  if (row < 0) return numbers;
  const [expected, found] = ["whole numbers from 0 on", `${numbers[row]} in row ${row}`];
  throw new NwbError("wrong-value", {
    file: file.name,
    path: `${ELECTRODES}/${name}`,
    expected,
    found,
    remedy: WRITE_OTHERWISE
  });
}

/** The acronym of a structure without its part: LGd-sh is in LGd. Channels outside the brain have none. */
export function structureAcronym(location: string | null): string | null {
  return location === null || location === "" || location === "None" ? null : location.split("-")[0];
}

/** The 2020 files call a channel's number on its probe local_index, the current ones probe_channel_number. */
function channelNumberColumn(file: NwbFile, electrodes: DynamicTable): string {
  const names = ["probe_channel_number", "local_index"].filter((name) => electrodes.has(name));
  if (names.length < 2) return names[0] ?? "probe_channel_number";
  const expected = "one of the columns local_index and probe_channel_number";
  const found = "both";
  throw new NwbError("missing", {file: file.name, path: ELECTRODES, expected, found, remedy: WRITE_OTHERWISE});
}

/**
 * The channels with what the project's tables say of them: the structure's id and acronym, and the CCF coordinates,
 * which replace the file's (those repeat y as z). Channels that the tables do not know are left out.
 * @throws {SessionError} `wrong-argument` if a column is missing, or the tables know none of the channels
 */
export function withProjectColumns(channels: Columns, projectChannels: ColumnTable): Columns {
  const known = toColumns(projectChannels);
  for (const path of ["id", "ecephys_structure_id", "ecephys_structure_acronym", ...COORDINATES]) {
    if (path in known) continue;
    const [expected, found] = [`a column ${path} in channelColumns`, Object.keys(known).join(", ")];
    throw new SessionError("wrong-argument", {path, expected, found, remedy: "Take the columns of channels.csv."});
  }
  const rowOf = new Map(Array.from(known.id, (id, row) => [Number(id), row]));
  const rows: number[] = [];
  const knownRows: number[] = [];
  Array.from(channels.id as ArrayLike<number>).forEach((id, row) => {
    const knownRow = rowOf.get(id);
    if (knownRow === undefined) return;
    rows.push(row);
    knownRows.push(knownRow);
  });
  if (rows.length === 0 && channels.id.length > 0) {
    const found = `none of the session's ${channels.id.length} channels among ${known.id.length}`;
    throw new SessionError("wrong-argument", {
      path: "channelColumns",
      expected: "the channels of the session",
      found,
      remedy: "Give the channels.csv that lists this session, or none: then the session has what its file says."
    });
  }
  const own = takeAllRows(channels, rows);
  for (const name of COORDINATES) delete own[name];
  for (const name of ["ecephys_structure_id", "ecephys_structure_acronym", ...COORDINATES]) {
    own[name] = takeRows(known[name], knownRows);
  }
  return own;
}

/** The channels with valid data (all, if the file does not say); the column valid_data, now always true, is dropped. */
export function validChannels(channels: Columns): Columns {
  const valid = channels.valid_data as (boolean | null)[];
  const rows = valid.flatMap((isValid, row) => (isValid === false ? [] : [row]));
  const {valid_data: _, ...rest} = takeAllRows(channels, rows);
  return rest;
}
