import type {Hdf5File} from "./hdf5-file.js";
import type {NumberArray} from "./number-array.js";
import {NwbError, type NwbErrorTag, WRITE_OTHERWISE} from "./nwb-error.js";

/** NWB's TimeSeries: a time for each sample, and its value or row of values, which are made volts (or whatever `unit` says) by `conversion` and `offset`. */
export class TimeSeries {
  readonly path: string;
  readonly #file: Hdf5File;

  constructor(file: Hdf5File, path: string) {
    this.#file = file;
    this.path = path;
  }

  /**
   * The number of samples.
   * @throws {NwbError} `wrong-length` where there are more or fewer values than times; `missing` where the times are not
   *   written out, but are to be computed from a rate
   */
  get length(): number {
    const [samples = 0] = this.#file.shape(this.#timestamps);
    if (!this.#file.hasDataset(this.#data)) return samples;
    const [values = 0] = this.#file.shape(this.#data);
    if (values !== samples) this.#fail("wrong-length", this.path, `a value for each of ${samples} times`, `${values}`);
    return samples;
  }

  /** The lengths of the dimensions of the values. */
  get shape(): number[] {
    return this.#file.shape(this.#data);
  }

  /**
   * The times of the samples `[start, stop)`, s, ascending.
   * @throws {NwbError} as {@link length}; `wrong-value` where times do not ascend or are no numbers
   */
  times(start = 0, stop = this.length): NumberArray {
    const times = this.#file.numbers(this.#timestamps, start, stop);
    for (let i = 0; i < times.length; ++i) {
      if (Number.isFinite(times[i]) && !(times[i] < times[i - 1])) continue;
      const found = i === 0 ? `${times[i]}` : `${times[i]} after ${times[i - 1]}`;
      this.#fail("wrong-value", this.#timestamps, "ascending times", `${found} at sample ${start + i}`);
    }
    return times;
  }

  /** The values of the samples `[start, stop)`, one each, in the unit of the series. */
  values(start = 0, stop = this.length): NumberArray {
    return this.#converted(this.#file.numbers(this.#data, start, stop));
  }

  /** The rows of values of the samples `[start, stop)` in C order, in the unit of the series. */
  rows(start = 0, stop = this.length): NumberArray {
    return this.#converted(this.#file.matrix(this.#data, start, stop));
  }

  get #data(): string {
    return `${this.path}/data`;
  }

  get #timestamps(): string {
    const path = `${this.path}/timestamps`;
    if (this.#file.hasDataset(path) || !this.#file.hasDataset(`${this.path}/starting_time`)) return path;
    return this.#fail("missing", path, "a time for each sample", "a starting time and a rate");
  }

  #converted(stored: NumberArray): NumberArray {
    if (this.#file.hasDataset(`${this.path}/channel_conversion`)) {
      this.#fail(
        "unsupported-storage",
        `${this.path}/channel_conversion`,
        "one conversion for all channels",
        "one each"
      );
    }
    const [conversion, offset] = [this.#factor("conversion", 1), this.#factor("offset", 0)];
    if (conversion === 1 && offset === 0) return stored;
    return Float64Array.from(stored, (value) => value * conversion + offset);
  }

  #factor(name: string, otherwise: number): number {
    const factor = this.#file.attribute(this.#data, name) ?? otherwise;
    if (typeof factor === "number" && Number.isFinite(factor)) return factor;
    return this.#fail("wrong-value", `${this.#data}@${name}`, "a number", String(factor));
  }

  #fail(tag: NwbErrorTag, path: string, expected: string, found: string): never {
    throw new NwbError(tag, {file: this.#file.name, path, expected, found, remedy: WRITE_OTHERWISE});
  }
}
