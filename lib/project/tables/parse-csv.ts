import {csvParseRows} from "d3-dsv";
import type {Column, Columns} from "../../array/index.js";
import {ProjectError} from "../project-error.js";

/** The texts that pandas 2.2 reads as a missing value. */
const MISSING = new Set(
  ",#N/A,#N/A N/A,#NA,-1.#IND,-1.#QNAN,-NaN,-nan,1.#IND,1.#QNAN,<NA>,N/A,NA,NULL,NaN,None,n/a,nan,null".split(",")
);
const BOOLEANS = new Map([
  ...["True", "TRUE", "true"].map((text) => [text, true] as const),
  ...["False", "FALSE", "false"].map((text) => [text, false] as const)
]);
const INFINITIES = /^[+-]?inf(inity)?$/i;

/** Reads a cell into a row of a column; false when the cell is of another kind. */
type CellReader = (cell: string, row: number) => boolean;
interface ColumnReader {
  column: Column;
  read: CellReader;
}

/**
 * The columns of a CSV file, each of one kind, found as pandas finds it: numbers (a Float64Array, NaN where missing), truth
 * values, or text (null where missing). Numbers are read exactly. Fields may be quoted; lines may end in CR LF.
 *
 * The project's units.csv has 50 MB. So cells become numbers as they are split, and are kept nowhere else; a column that
 * turns out to be of another kind is read again.
 *
 * @param textColumns columns that are text even where every cell is empty or spells a number
 * @throws {ProjectError} `bad-table` when there is no header, or a row has another number of fields
 */
export function parseCsv(text: string, file: string, textColumns: readonly string[] = []): Columns {
  const {names, count, fields} = splitRows(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text, file);
  const kinds = [numbers, truthValues, texts];
  const columns: Columns = Object.fromEntries(names.map((name) => [name, []])); // in the order of the file
  let open = names.map((name, index) => ({name, index, kind: textColumns.includes(name) ? 2 : 0}));
  while (open.length > 0) {
    const attempts = open.map((column) => ({...column, ...kinds[column.kind](count), failed: false}));
    for (let row = 0; row < count; ++row) {
      const cells = fields(row);
      for (const attempt of attempts) if (!attempt.failed) attempt.failed = !attempt.read(cells[attempt.index], row);
    }
    for (const {name, column, failed} of attempts) if (!failed) columns[name] = column;
    open = attempts.filter(({failed}) => failed).map(({name, index, kind}) => ({name, index, kind: kind + 1}));
  }
  return columns;
}

function numbers(count: number): ColumnReader {
  const column = new Float64Array(count);
  const read: CellReader = (cell, row) => {
    const number = cell === "" ? Number.NaN : Number(cell);
    column[row] = number;
    if (!Number.isNaN(number) || MISSING.has(cell)) return true;
    if (!INFINITIES.test(cell)) return false;
    column[row] = cell.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    return true;
  };
  return {column, read};
}

function truthValues(count: number): ColumnReader {
  const column = new Array<boolean | null>(count);
  const read: CellReader = (cell, row) => {
    column[row] = BOOLEANS.get(cell) ?? null;
    return column[row] !== null || MISSING.has(cell);
  };
  return {column, read};
}

function texts(count: number): ColumnReader {
  const column = new Array<string | null>(count);
  const once = new Map<string, string | null>(); // equal texts are one: a column of a hundred thousand has a few of them
  const read: CellReader = (cell, row) => {
    if (!once.has(cell)) once.set(cell, MISSING.has(cell) ? null : cell);
    column[row] = once.get(cell) ?? null;
    return true;
  };
  return {column, read};
}

/** The names of the columns, and the fields of every row. */
function splitRows(text: string, file: string) {
  // Splitting at commas is three times as fast, and no file that AllenSDK writes has a quoted field with one.
  const isQuoted = text.includes('"');
  const rows: (string | string[])[] = isQuoted
    ? csvParseRows(text)
    : text.split(text.includes("\r") ? /\r\n|\r|\n/ : "\n");
  const lines = rows.filter((row) => row !== "" && !(row.length === 1 && row[0] === "")); // pandas skips blank lines
  const split = (line: string | string[]) => (typeof line === "string" ? line.split(",") : line);
  const names = lines.length > 0 ? split(lines[0]) : [];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (names.length === 0 || twice !== undefined)
    throw new ProjectError("bad-table", {
      file,
      path: twice,
      expected: "a line with the names of the columns, each once",
      found: twice === undefined ? "an empty file" : `the column "${twice}" twice`,
      remedy: "Delete the file, and it is fetched again."
    });
  const fields = (row: number) => {
    const cells = split(lines[row + 1]);
    if (cells.length === names.length) return cells;
    throw new ProjectError("bad-table", {
      file,
      path: `row ${row + 1}`,
      expected: `${names.length} fields, as the first line has`,
      found: `${cells.length}`,
      remedy: "The file is damaged or cut short. Delete it, and it is fetched again."
    });
  };
  return {names, count: lines.length - 1, fields};
}
