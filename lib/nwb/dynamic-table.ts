import type {Hdf5File} from "./hdf5-file.js";
import type {NumberArray} from "./number-array.js";
import {FETCH_AGAIN, NwbError} from "./nwb-error.js";
import {RaggedColumn} from "./ragged-column.js";

/** The values of a column, one per row. */
export type ColumnValues = NumberArray | string[] | boolean[] | (string | null)[];

/** NWB's DynamicTable: columns of equal length, some of them ragged, read when asked for. */
export class DynamicTable {
  /** The names of its columns, in the order that the table itself states. */
  readonly columnNames: readonly string[];
  readonly path: string;
  readonly #file: Hdf5File;

  /** @throws {NwbError} `missing` if there is no such table, or it lacks its ids, its column names or a column it names */
  constructor(file: Hdf5File, path: string) {
    this.#file = file;
    this.path = path;
    const colnames = file.attribute(path, "colnames");
    if (!Array.isArray(colnames) && typeof colnames !== "string") {
      const [expected, found] = ["a table with the attribute colnames", file.has(path) ? "none" : "no table"];
      throw new NwbError("missing", {file: file.name, path, expected, found, remedy: FETCH_AGAIN});
    }
    this.columnNames = typeof colnames === "string" ? [colnames] : colnames;
    for (const name of ["id", ...this.columnNames]) {
      if (file.hasDataset(this.#pathOf(name))) continue;
      const [expected, found] = [`a column ${JSON.stringify(name)}`, "none"];
      throw new NwbError("missing", {file: file.name, path: this.#pathOf(name), expected, found, remedy: FETCH_AGAIN});
    }
  }

  get length(): number {
    return this.#file.shape(this.#pathOf("id"))[0] ?? 0;
  }

  get ids(): NumberArray {
    return this.#file.numbers(this.#pathOf("id"));
  }

  has(name: string): boolean {
    return this.columnNames.includes(name);
  }

  isRagged(name: string): boolean {
    return this.#file.hasDataset(`${this.#pathOf(name)}_index`);
  }

  /**
   * A column with one value per row: numbers, texts, truth values, or for references the paths they lead to.
   * @throws {NwbError} `missing`, `wrong-type` or `wrong-length`
   */
  column(name: string): ColumnValues {
    const path = this.#requireColumn(name);
    switch (this.#file.elementKind(path)) {
      case "number":
        return this.#file.numbers(path);
      case "string":
        return this.#file.strings(path);
      case "boolean":
        return this.#file.booleans(path);
      case "reference":
        return this.#file.references(path);
      default: {
        const [expected, found] = ["numbers, texts, truth values or references", this.#file.elementKind(path)];
        throw new NwbError("wrong-type", {file: this.#file.name, path, expected, found, remedy: FETCH_AGAIN});
      }
    }
  }

  numbers(name: string): NumberArray {
    return this.#file.numbers(this.#requireColumn(name));
  }

  strings(name: string): string[] {
    return this.#file.strings(this.#requireColumn(name));
  }

  booleans(name: string): boolean[] {
    return this.#file.booleans(this.#requireColumn(name));
  }

  ragged(name: string): RaggedColumn {
    if (!this.has(name)) this.#missing(name);
    return new RaggedColumn(this.#file, this.#pathOf(name), this.length);
  }

  #pathOf(name: string): string {
    return `${this.path}/${name}`;
  }

  #requireColumn(name: string): string {
    if (!this.has(name)) this.#missing(name);
    const path = this.#pathOf(name);
    const {length} = this;
    const [rows] = this.#file.shape(path);
    if (rows === length) return path;
    const [expected, found] = [`${length} rows, as the table has ids`, `${rows ?? "a scalar"}`];
    throw new NwbError("wrong-length", {file: this.#file.name, path, expected, found, remedy: FETCH_AGAIN});
  }

  #missing(name: string): never {
    throw new NwbError("missing", {
      file: this.#file.name,
      path: this.#pathOf(name),
      expected: `a column ${JSON.stringify(name)}`,
      found: `the columns ${this.columnNames.join(", ")}`,
      remedy: "Give a file in the layout of the Allen Institute's Visual Coding sessions."
    });
  }
}
