import type {ColumnTable} from "arquero";

/**
 * The values of a column as they are kept, a typed array where it is one: arquero's own `array()` copies them into a
 * plain array. Only a table whose rows are filtered or ordered is copied.
 */
export function columnValues<T = unknown>(table: ColumnTable, name: string): ArrayLike<T> {
  const column: unknown = table.column(name);
  const isWhole = !table.isFiltered() && !table.isOrdered();
  const isArray = Array.isArray(column) || ArrayBuffer.isView(column);
  return (isWhole && isArray ? column : table.array(name)) as ArrayLike<T>;
}
