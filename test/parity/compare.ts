// How values of this library are held against recorded ones. docs/differences.md says why some are written differently.
import {createHash} from "node:crypto";
import type {ColumnTable} from "arquero";
import {expect} from "vitest";
import type {Recorded} from "./golden.js";

/**
 * A recorded value as this library gives it: "NaN" is NaN, or null where the column holds text; "null" (an inapplicable
 * parameter) is null; a text that spells a number or a list of numbers is the number or the list.
 */
export function expectedValue(value: Recorded): unknown {
  if (value === "NaN") return Number.NaN;
  if (value === "Infinity") return Number.POSITIVE_INFINITY;
  if (value === "-Infinity") return Number.NEGATIVE_INFINITY;
  if (value === "null" || value === null) return null;
  if (typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  if (typeof value === "string" && /^\[[-\d., ]+\]$/.test(value)) return JSON.parse(value);
  return value;
}

/** Every value of a recorded table, exactly; the names of its columns, and their order where AllenSDK has one. */
export function expectTable(actual: ColumnTable, recorded: Recorded, {tolerance = 0, absolute = 0} = {}): void {
  const names: string[] = recorded.index_names.filter((name: string | null) => name !== null);
  const columns = Object.keys(recorded.columns);
  const own = actual.columnNames();
  expect(actual.numRows()).toBe(recorded.shape[0]);
  if (recorded.column_order_meaningful) expect(own).toEqual([...names, ...columns]);
  else expect([...own].sort()).toEqual([...names, ...columns].sort());
  names.forEach((name, level) => {
    const index = recorded.index.map((label: Recorded) => (Array.isArray(label) ? label[level] : label));
    expectColumn(actual, name, index, 0);
  });
  for (const name of columns) expectColumn(actual, name, recorded.columns[name], tolerance, absolute);
}

function expectColumn(actual: ColumnTable, name: string, recorded: Recorded[], tolerance: number, absolute = 0): void {
  const isText = recorded.some((value) => typeof expectedValue(value) === "string") && name !== "stimulus_block";
  const expected = recorded.map((value) =>
    value === "NaN" && isText && !isMasked(actual) ? null : expectedValue(value)
  );
  const values = Array.from(actual.array(name) as ArrayLike<unknown>, (value) =>
    ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : value
  );
  if (tolerance === 0) {
    expect(values, name).toEqual(expected);
    return;
  }
  values.forEach((value, row) => {
    const what = `${name}, row ${row}`;
    if (Array.isArray(expected[row])) expect(value, what).toEqual(expected[row].map(emptyIfMissing));
    else if (typeof expected[row] !== "number") expect(value, what).toEqual(expected[row]);
    else expectClose(value as number, expected[row], tolerance, what, absolute);
  });
}

/** In tables of presentations every column of an invalid one is NaN, also those of text. */
const isMasked = (table: ColumnTable) => table.columnNames().includes("stimulus_presentation_id");

/** In a list of acronyms a missing one is recorded as "NaN". */
const emptyIfMissing = (value: unknown) => (value === "NaN" ? null : value);

export function expectClose(actual: number, expected: number, tolerance: number, what: string, absolute = 0): void {
  if (Number.isNaN(expected)) expect(actual, what).toBeNaN();
  else expect(Math.abs(actual - expected), what).toBeLessThanOrEqual(tolerance * Math.abs(expected) + absolute);
}

/** The SHA-256 of an array's bytes; 64-bit integers are recorded as such. */
export function sha256(values: ArrayLike<number>, type: "float64" | "float32" | "int64" | "uint16" | "uint8"): string {
  const array =
    type === "int64"
      ? BigInt64Array.from(Array.from(values), BigInt)
      : new {float64: Float64Array, float32: Float32Array, uint16: Uint16Array, uint8: Uint8Array}[type](values);
  return createHash("sha256").update(new Uint8Array(array.buffer)).digest("hex");
}

/** Values once each: texts and numbers that spell the same are one value here. */
export function distinct(values: unknown[]): unknown[] {
  const texts = values.map((value) => JSON.stringify(value) + (Number.isNaN(value) ? "NaN" : ""));
  return values.filter((_, i) => texts.indexOf(texts[i]) === i);
}
