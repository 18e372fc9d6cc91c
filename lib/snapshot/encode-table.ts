import {
  bool,
  type Column,
  columnFromArray,
  type DataType,
  dictionary,
  float32,
  float64,
  int8,
  int16,
  int32,
  list,
  Table,
  tableFromColumns,
  tableToIPC,
  uint8,
  uint16,
  uint32,
  utf8
} from "@uwdata/flechette";
import type {ColumnTable} from "arquero";
import {columnValues} from "./column-values.js";
import {metadataToMap, type SnapshotMetadata} from "./snapshot-metadata.js";

/** In a column of mixed values (numbers, lists, null) each is written as JSON, and the field says so. */
export const JSON_ENCODING = new Map([["encoding", "json"]]);

const NUMBER_TYPES = new Map<unknown, () => DataType>([
  [Float64Array, float64],
  [Float32Array, float32],
  [Int32Array, int32],
  [Int16Array, int16],
  [Int8Array, int8],
  [Uint32Array, uint32],
  [Uint16Array, uint16],
  [Uint8Array, uint8]
]);

/**
 * A table as an uncompressed Arrow IPC stream: typed arrays keep their type, texts are dictionaries, typed arrays within
 * a column are lists of their type, or of double precision, which holds all others, where they are of several.
 */
export function encodeTable(source: ColumnTable, metadata: SnapshotMetadata): Uint8Array {
  const encoded = source.columnNames().map((name) => ({name, ...encodeColumn(columnValues(source, name))}));
  const {schema, children} = tableFromColumns(
    encoded.map(({name, column}) => [name, column] as [string, Column<unknown>])
  );
  const fields = schema.fields.map((field, i) => (encoded[i].json ? {...field, metadata: JSON_ENCODING} : field));
  const table = new Table({...schema, fields, metadata: metadataToMap(metadata)}, children);
  return tableToIPC(table, {format: "stream"})!;
}

function encodeColumn(values: ArrayLike<unknown>): {column: Column<unknown>; json?: boolean} {
  const numberType = NUMBER_TYPES.get(values.constructor);
  if (numberType) return {column: columnFromArray(values as Float64Array, numberType()) as Column<unknown>};
  const array = Array.from(values);
  const there = array.filter((value) => value !== null && value !== undefined);
  const kinds = new Set(there.map((value) => NUMBER_TYPES.get((value as object).constructor)));
  if (kinds.size > 0 && !kinds.has(undefined)) {
    const [item] = kinds.size === 1 ? kinds : [float64];
    return {column: columnFromArray(array, list(item!())) as Column<unknown>};
  }
  if (array.length > 0 && array.every((value) => typeof value === "boolean")) {
    return {column: columnFromArray(array, bool()) as Column<unknown>};
  }
  if (array.every((value) => value === null || typeof value === "string")) {
    return {column: columnFromArray(array, dictionary(utf8(), int32())) as Column<unknown>};
  }
  const texts = array.map((value) => (Number.isNaN(value) ? "NaN" : JSON.stringify(value)));
  return {column: columnFromArray(texts, dictionary(utf8(), int32())) as Column<unknown>, json: true};
}
