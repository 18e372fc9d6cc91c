import {followUrlState, readUrlState, writeUrlState} from "./url-state.js";

/** What a reader asked of a table. */
export interface TableState {
  /** The words in a column's filter; empty where it has none. */
  filter(column: string): string;
  setFilter(column: string, words: string): void;
  sort: {column: string; descending: boolean} | null;
  /** Has a function called when Back or Forward changes what was asked. */
  follow(changed: () => void): void;
}

/**
 * The sort and the filters of a table, kept in the page's address under the table's key: `units.snr=> 4&units.sort=-snr`. A page
 * that makes the table anew finds it as it was.
 */
export function tableState(key: string, columns: readonly string[]): TableState {
  const keyOf = (column: string) => `${key}.${column}`;
  const sortKey = keyOf("sort");
  return {
    filter: (column) => readUrlState(keyOf(column)) ?? "",
    setFilter: (column, words) => writeUrlState(keyOf(column), words || null),
    get sort() {
      const kept = readUrlState(sortKey) ?? "";
      const descending = kept.startsWith("-");
      const column = descending ? kept.slice(1) : kept;
      return columns.includes(column) ? {column, descending} : null;
    },
    set sort(wanted) {
      writeUrlState(sortKey, wanted && `${wanted.descending ? "-" : ""}${wanted.column}`);
    },
    follow(changed) {
      for (const name of [sortKey, ...columns.map(keyOf)]) followUrlState(name, changed);
    }
  };
}
