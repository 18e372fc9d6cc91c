import {type ColumnTable, table} from "arquero";
import type {DataArray} from "../../array/index.js";
import type {DecodablePresentation} from "./decodable-presentation.js";
import {parameterColumns} from "./parameter-columns.js";

/** How much of each matrix is shown. */
const ROWS = 50;
const UNITS = 30;

/**
 * The first rows and columns of the first matrix, with the presentation of each row.
 * @param counts presentations × units
 */
export function firstCounts({coords, shape, values}: DataArray): ColumnTable {
  const rows = Array.from({length: Math.min(ROWS, shape[0])}, (_, row) => row);
  const columns: [name: string, values: number[]][] = [
    ["stimulus_presentation_id", rows.map((row) => coords.stimulus_presentation_id[row])],
    ...Array.from({length: Math.min(UNITS, shape[1])}, (_, column): [string, number[]] => [
      String(coords.unit_id[column]),
      rows.map((row) => values[row * shape[1] + column])
    ])
  ];
  // The names again, for names that are whole numbers come first in an object.
  const names = columns.map(([name]) => name);
  return table(columns, names);
}

/** The first rows of the second matrix, with the presentation of each. */
export function firstParameters(presentations: readonly DecodablePresentation[]): ColumnTable {
  const names = ["stimulus_presentation_id", ...parameterColumns(presentations)];
  const rows = presentations.slice(0, ROWS);
  return table(names.map((name) => [name, rows.map((row) => row[name])]));
}
