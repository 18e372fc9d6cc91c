import {DynamicTable, NwbError, type NwbFile, WRITE_OTHERWISE} from "../../nwb/index.js";
import {requireIntervals} from "../tables/require-intervals.js";

/** A value of a presentation as the file has it; NaN where its table lacks the column. */
export type RawValue = number | string | boolean;

/** The presentations of all stimuli of a file, in the order in which they were shown. */
export interface RawPresentations {
  length: number;
  columns: Map<string, RawValue[]>;
}

const INTERVALS = "/intervals";
const BOOKKEEPING = new Set(["tags", "timeseries"]);

/**
 * Gathers the tables of all stimuli (`/intervals/<name>_presentations`) and sorts them by start time, as AllenSDK's
 * reader does: "N/A" is empty; a column of floating-point numbers that are all 0 or 1 becomes truth values; colours
 * that are lists of numbers with a point go to color_triplet, others become numbers, or lists.
 */
export function readPresentations(file: NwbFile): RawPresentations {
  const all = file.keys(INTERVALS);
  const names = all.filter((name) => name.endsWith("_presentations"));
  requireNamed(
    file,
    all.filter((name) => !names.includes(name))
  );
  const tables = names.map((name) => readTable(file, `${INTERVALS}/${name}`));
  const length = tables.reduce((sum, table) => sum + table.length, 0);
  const columns = new Map<string, RawValue[]>();
  for (const name of new Set(tables.flatMap((table) => [...table.columns.keys()]))) {
    const values = tables.flatMap(
      ({columns: own, length: rows}) => own.get(name) ?? new Array<number>(rows).fill(Number.NaN)
    );
    const isFloat = tables.every(
      ({columns: own, integers}) => !own.has(name) || isNumeric(own.get(name)!) || integers.has(name)
    );
    const isInteger = tables.every(({integers}) => integers.has(name));
    columns.set(name, isFloat && !isInteger && !name.endsWith("_index") ? truthValues(values) : values);
  }
  const starts = (columns.get("start_time") ?? []) as number[];
  const order = starts.map((_, row) => row).sort((a, b) => starts[a] - starts[b]);
  for (const [name, values] of columns)
    columns.set(
      name,
      order.map((row) => values[row])
    );
  splitColors(columns, length);
  return {length, columns};
}

/** A table with names of stimuli that is not called as others are would be a stimulus that is missing without a word. */
function requireNamed(file: NwbFile, others: readonly string[]): void {
  const path = others.map((name) => `${INTERVALS}/${name}`).find((name) => file.hasDataset(`${name}/stimulus_name`));
  if (path === undefined) return;
  const [expected, found] = ["a name that ends in _presentations, as the table has stimulus_name", "another"];
  throw new NwbError("wrong-value", {file: file.name, path, expected, found, remedy: WRITE_OTHERWISE});
}

interface PresentationTable {
  length: number;
  columns: Map<string, RawValue[]>;
  /** The columns that the file stores as integers. */
  integers: Set<string>;
}

function readTable(file: NwbFile, path: string): PresentationTable {
  const table = new DynamicTable(file, path);
  const columns = new Map<string, RawValue[]>();
  const integers = new Set<string>();
  for (const name of table.columnNames) {
    if (BOOKKEEPING.has(name)) continue;
    const values = table.column(name);
    if (ArrayBuffer.isView(values) && !(values instanceof Float64Array || values instanceof Float32Array))
      integers.add(name);
    columns.set(
      name,
      Array.from<RawValue | null, RawValue>(values, (value) => (value === "N/A" || value === null ? "" : value))
    );
  }
  requireNamesAndTimes(file, path, columns);
  return {length: table.length, columns, integers};
}

/** Every presentation has a name, begins and ends, in this order. */
function requireNamesAndTimes(file: NwbFile, path: string, columns: Map<string, RawValue[]>): void {
  const [starts, stops] = ["start_time", "stop_time", "stimulus_name"].map((name) => {
    const values = columns.get(name);
    if (values) return values;
    const found = `the columns ${[...columns.keys()].join(", ")}`;
    throw new NwbError("missing", {
      file: file.name,
      path,
      expected: `a column ${name}`,
      found,
      remedy: WRITE_OTHERWISE
    });
  });
  requireIntervals(file, path, starts, stops);
}

const isNumeric = (values: readonly RawValue[]) => values.every((value) => typeof value === "number");

/** AllenSDK takes a column of floating-point numbers that are all 0, 1 or missing for truth values. */
function truthValues(values: RawValue[]): RawValue[] {
  if (!values.every((value) => value === 0 || value === 1 || Number.isNaN(value))) return values;
  return values.map((value) => (Number.isNaN(value) ? value : value === 1));
}

/** A list of numbers that all have a point, which is how AllenSDK tells colours from other lists. */
const RGB = /^\[(-?\d*\.\d*,\s*)*-?\d*\.\d*\]/;

function splitColors(columns: Map<string, RawValue[]>, length: number): void {
  const colors = columns.get("color");
  if (!colors) return;
  const triplets = columns.get("color_triplet") ?? new Array<RawValue>(length).fill("");
  columns.set(
    "color_triplet",
    triplets.map((triplet, row) => (RGB.test(String(colors[row])) ? colors[row] : triplet))
  );
  columns.set(
    "color",
    colors.map((color) => {
      if (typeof color !== "string" || color === "" || RGB.test(color))
        return typeof color === "number" && !Number.isNaN(color) ? color : "";
      return Number.isNaN(Number(color)) ? color : Number(color);
    })
  );
}
