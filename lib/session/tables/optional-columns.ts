import type {Columns} from "../../array/index.js";
import type {DynamicTable, NumberArray} from "../../nwb/index.js";

/** A table of a file under AllenSDK's names, and the file's names of those columns that it lacks. */
export interface FileColumns {
  columns: Columns;
  missing: readonly string[];
}

/** Columns of a table that a file may lack: then they are empty, and it is remembered which. */
export class OptionalColumns {
  /** The names of the columns that were asked for and are not there. */
  readonly missing: string[] = [];
  readonly #table: DynamicTable | null;
  readonly #rows: number;

  /** @param table null where the file lacks it as a whole: then all columns are missing, and have `rows` rows */
  constructor(table: DynamicTable | null, rows = table?.length ?? 0) {
    this.#table = table;
    this.#rows = rows;
  }

  /** NaN in each row, if the file lacks it. */
  numbers(name: string): NumberArray {
    return this.#read(name, (table) => table.numbers(name), new Float64Array(this.#rows).fill(Number.NaN));
  }

  /** null in each row, if the file lacks it. */
  strings(name: string): (string | null)[] {
    return this.#read<(string | null)[]>(name, (table) => table.strings(name), this.#nulls());
  }

  /** null in each row, if the file lacks it. */
  booleans(name: string): (boolean | null)[] {
    return this.#read<(boolean | null)[]>(name, (table) => table.booleans(name), this.#nulls());
  }

  #nulls(): null[] {
    return new Array<null>(this.#rows).fill(null);
  }

  #read<T>(name: string, read: (table: DynamicTable) => T, empty: T): T {
    if (this.#table?.has(name)) return read(this.#table);
    this.missing.push(name);
    return empty;
  }
}
