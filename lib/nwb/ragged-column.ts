import type {Extent} from "./byte-source.js";
import type {Hdf5File} from "./hdf5-file.js";
import type {NumberArray} from "./number-array.js";
import {NwbError, WRITE_OTHERWISE} from "./nwb-error.js";

/** Where a ragged column is, and what it must be like. */
export interface RaggedColumnPlace {
  path: string;
  /** How many rows its table has. */
  rows: number;
  /** Of the values: 2 where each entry of a row is itself a list. */
  dimensions: 1 | 2;
}

/** How many values are read at once (in double precision, 32 MB). */
const MOST_AT_ONCE = 1 << 22;

/**
 * A column whose rows have different lengths: the values of all rows one after the other, and for each row where it
 * ends (NWB's VectorIndex). Values are read row by row, when asked for.
 */
export class RaggedColumn {
  readonly #file: Hdf5File;
  readonly #path: string;
  /** Row i is `[offsets[i], offsets[i + 1])` of the values. */
  readonly #offsets: Float64Array;
  /** More than one where each entry is itself an array. */
  readonly #valuesPerEntry: number;
  readonly #dimensions: 1 | 2;

  /**
   * @throws {NwbError} `wrong-length` if the index does not have a row per row of the table or leaves values over;
   *   `index-out-of-range` if it decreases or points past the values; `wrong-value` if an entry is no whole number;
   *   `wrong-shape` if the values have other dimensions, or the index an index
   */
  constructor(file: Hdf5File, {path, rows, dimensions}: RaggedColumnPlace) {
    this.#file = file;
    this.#path = path;
    this.#dimensions = dimensions;
    const index = `${path}_index`;
    const ends = file.numbers(index);
    const details = {file: file.name, path: index, remedy: WRITE_OTHERWISE};
    if (ends.length !== rows) {
      throw new NwbError("wrong-length", {...details, expected: `${rows} rows`, found: `${ends.length}`});
    }
    const shape = file.shape(path);
    if (shape.length !== dimensions || file.hasDataset(`${index}_index`)) {
      const found = shape.length === dimensions ? "lists of lists (the index has an index)" : shape.join(" × ");
      const expected = `values in ${dimensions === 1 ? "one dimension" : "rows and columns"}`;
      throw new NwbError("wrong-shape", {...details, path, expected, found});
    }
    const [length, ...inner] = shape;
    this.#valuesPerEntry = inner.reduce((product, count) => product * count, 1);
    this.#offsets = new Float64Array(rows + 1);
    for (let i = 0; i < rows; ++i) {
      if (!Number.isSafeInteger(ends[i])) {
        const [expected, found] = ["whole numbers", `${ends[i]} at row ${i}`];
        throw new NwbError("wrong-value", {...details, expected, found});
      }
      if (ends[i] < this.#offsets[i]) {
        const [expected, found] = [`an end of row ${i} not before ${this.#offsets[i]}`, `${ends[i]}`];
        throw new NwbError("index-out-of-range", {...details, expected, found});
      }
      if (ends[i] > length) {
        const [expected, found] = [`ends within the ${length} values of ${path}`, `${ends[i]} at row ${i}`];
        throw new NwbError("index-out-of-range", {...details, expected, found});
      }
      this.#offsets[i + 1] = ends[i];
    }
    if (this.#offsets[rows] !== length) {
      const [expected, found] = [`rows that hold all ${length} values of ${path}`, `${this.#offsets[rows]}`];
      throw new NwbError("wrong-length", {...details, expected, found});
    }
  }

  /** The number of values in a row. */
  lengthOf(row: number): number {
    return this.#offsets[row + 1] - this.#offsets[row];
  }

  /** The numbers of one row; only they are read. */
  numbers(row: number): NumberArray {
    const window = {start: this.#offsets[row], end: this.#offsets[row + 1]};
    return this.#file.numbersInWindows(this.#path, [window], this.#dimensions)[0];
  }

  /**
   * The numbers of several rows, each with its row, in the order of the file; they are asked for many at a time, as far as
   * that takes no more than some 32 MB.
   * @param within which of a row's values; all, if not given
   */
  *rows(
    rows: Iterable<number>,
    within = (row: number): Extent => ({start: 0, end: this.lengthOf(row)})
  ): Generator<[row: number, numbers: NumberArray]> {
    const windows = [...new Set(rows)]
      .sort((a, b) => a - b)
      .map((row) => ({row, start: this.#at(row, within(row).start), end: this.#at(row, within(row).end)}));
    for (let first = 0, next = 0; first < windows.length; first = next) {
      for (let values = 0; next < windows.length && (next === first || values < MOST_AT_ONCE); ++next) {
        values += (windows[next].end - windows[next].start) * this.#valuesPerEntry;
      }
      const batch = windows.slice(first, next);
      const numbers = this.#file.numbersInWindows(this.#path, batch, this.#dimensions);
      for (const [i, {row}] of batch.entries()) yield [row, numbers[i]];
    }
  }

  /** The texts of every row. */
  strings(): string[][] {
    const values = this.#file.strings(this.#path);
    return Array.from({length: this.#offsets.length - 1}, (_, i) =>
      values.slice(this.#offsets[i], this.#offsets[i + 1])
    );
  }

  /** Where a value of a row is among those of all rows; where the row ends, if it has no such value. */
  #at(row: number, value: number): number {
    return Math.min(this.#offsets[row] + value, this.#offsets[row + 1]);
  }
}
