import {readFile} from "node:fs/promises";
import {type ColumnTable, table} from "arquero";
import {csvParse} from "d3-dsv";

/** The columns of channels.csv that a session takes over; an empty field is NaN, or null in a column of text. */
const NUMBERS = [
  "id",
  "ecephys_structure_id",
  "anterior_posterior_ccf_coordinate",
  "dorsal_ventral_ccf_coordinate",
  "left_right_ccf_coordinate"
];
const TEXT = "ecephys_structure_acronym";

/** What a project's channels.csv says of its channels, for the option channelColumns of a session. */
export async function readChannelColumns(path: string): Promise<ColumnTable> {
  const rows = csvParse(await readFile(path, "utf8"));
  const columns: Record<string, Float64Array | (string | null)[]> = {[TEXT]: rows.map((row) => row[TEXT] || null)};
  for (const name of NUMBERS)
    columns[name] = Float64Array.from(rows, (row) => (row[name] ? Number(row[name]) : Number.NaN));
  return table(columns);
}
