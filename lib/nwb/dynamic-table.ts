import type {Hdf5File} from "./hdf5-file.js";
import type {NumberArray} from "./number-array.js";
import {NwbError, WRITE_OTHERWISE} from "./nwb-error.js";
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
      throw new NwbError("missing", {file: file.name, path, expected, found, remedy: WRITE_OTHERWISE});
    }
    this.columnNames = typeof colnames === "string" ? [colnames] : colnames;
    if (this.columnNames.includes("__proto__")) {
      const [expected, found] = ["names that a column can have", '"__proto__"'];
      throw new NwbError("wrong-value", {file: file.name, path, expected, found, remedy: WRITE_OTHERWISE});
    }
    const twice = this.columnNames.find((name, i) => this.columnNames.indexOf(name) !== i);
    if (twice !== undefined) {
      const [expected, found] = ["columns that are each named once", `${JSON.stringify(twice)} twice`];
      throw new NwbError("wrong-value", {file: file.name, path, expected, found, remedy: WRITE_OTHERWISE});
    }
    for (const name of ["id", ...this.columnNames]) {
      if (file.hasDataset(this.#pathOf(name))) continue;
      const [expected, found] = [`a column ${JSON.stringify(name)}`, "none"];
      throw new NwbError("missing", {
        file: file.name,
        path: this.#pathOf(name),
        expected,
        found,
        remedy: WRITE_OTHERWISE
      });
    }
  }

  get length(): number {
    return this.#file.shape(this.#pathOf("id"))[0] ?? 0;
  }

  /** @throws {NwbError} `wrong-value` for an id that is no whole number, `duplicate-id` for one that stands twice */
  get ids(): NumberArray {
    const path = this.#pathOf("id");
    const ids = this.#file.numbers(path);
    const seen = new Set<number>();
    ids.forEach((id, row) => {
      if (Number.isSafeInteger(id) && !seen.has(id)) seen.add(id);
      else this.#refuseId(path, id, row);
    });
    return ids;
  }

  has(name: string): boolean {
    return this.columnNames.includes(name);
  }

  /** Whether a column has an index; a column of its own that happens to be called so is none. */
  isRagged(name: string): boolean {
    return !this.has(`${name}_index`) && this.#file.hasDataset(`${this.#pathOf(name)}_index`);
  }

  /**
   * A column with one value per row: numbers, texts, truth values, or for references the paths they lead to.
   * @throws {NwbError} `missing`, `wrong-type`, `wrong-shape` (for a ragged column, too) or `wrong-length`
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
        throw new NwbError("wrong-type", {file: this.#file.name, path, expected, found, remedy: WRITE_OTHERWISE});
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

  /** @param dimensions of the values: 2 where each entry of a row is itself a list */
  ragged(name: string, dimensions: 1 | 2 = 1): RaggedColumn {
    if (!this.has(name)) this.#missing(name);
    return new RaggedColumn(this.#file, {path: this.#pathOf(name), rows: this.length, dimensions});
  }

  #pathOf(name: string): string {
    return `${this.path}/${name}`;
  }

  #requireColumn(name: string): string {
    if (!this.has(name)) this.#missing(name);
    const path = this.#pathOf(name);
    if (this.isRagged(name)) {
      const [expected, found] = ["one value per row", "a list per row (the column has an index)"];
      throw new NwbError("wrong-shape", {file: this.#file.name, path, expected, found, remedy: WRITE_OTHERWISE});
    }
    const {length} = this;
    const [rows] = this.#file.shape(path);
    if (rows === length) return path;
    const [expected, found] = [`${length} rows, as the table has ids`, `${rows ?? "a scalar"}`];
    throw new NwbError("wrong-length", {file: this.#file.name, path, expected, found, remedy: WRITE_OTHERWISE});
  }

  #refuseId(path: string, id: number, row: number): never {
    const isId = Number.isSafeInteger(id);
    throw new NwbError(isId ? "duplicate-id" : "wrong-value", {
      file: this.#file.name,
      path,
      expected: isId ? "ids that each stand once" : "whole numbers as ids",
      found: isId ? `${id} again in row ${row}` : `${id} in row ${row}`,
      remedy: WRITE_OTHERWISE
    });
  }

  #missing(name: string): never {
    throw new NwbError("missing", {
      file: this.#file.name,
      path: this.#pathOf(name),
      expected: `a column ${JSON.stringify(name)}`,
      found: `the columns ${this.columnNames.join(", ")}`,
      remedy: WRITE_OTHERWISE
    });
  }
}
