import type {Metadata} from "h5wasm";
import {TaggedError} from "../tagged-error.js";
import {type AttributeValue, attributeValue, withoutPadding} from "./attribute-value.js";
import type {Extent} from "./byte-source.js";
import {decodeCompound} from "./compound.js";
import {describeDataset, type ElementKind, elementKind, isNumber} from "./describe-dataset.js";
import {isStopped, stopAfterTrap} from "./hdf5-module.js";
import {NOT_TEXT} from "./not-text.js";
import {type NumberArray, type NumberType, typedNumbers} from "./number-array.js";
import {FETCH_AGAIN, NwbError, type NwbErrorTag, WRITE_OTHERWISE} from "./nwb-error.js";
import {causeOf, type OpenHdf5, openHdf5} from "./open-hdf5.js";
import {bytesOfRow, readRows} from "./read-rows.js";
import {requireReadable} from "./require-readable.js";
import type {NwbSource} from "./source.js";
import {contiguousStorage} from "./storage.js";

/**
 * Typed, checked reading from an HDF5 file. Paths are absolute. Every method throws an {@link NwbError} that names the
 * file and the path: `missing`, `wrong-type`, `wrong-shape`, `unsupported-storage`, or `damaged` when the library cannot read
 * what should be there.
 */
export class Hdf5File {
  readonly name: string;
  readonly #file: OpenHdf5;
  readonly #metadata = new Map<string, Metadata>();
  readonly #contiguous: Map<string, Extent>;

  /** @throws {NwbError} `damaged`; the file is closed then */
  protected constructor(file: OpenHdf5) {
    this.#file = file;
    this.name = file.name;
    try {
      this.#contiguous = contiguousStorage(file);
      file.rethrowFailure();
    } catch (error) {
      stopAfterTrap(file.library, error);
      file.close();
      file.rethrowFailure();
      throw error instanceof TaggedError ? error : damaged(file.name, "/", error);
    }
  }

  /** @throws {NwbError} `not-found`, `not-hdf5`, `damaged` or `unsupported-source` */
  static async open(source: NwbSource): Promise<Hdf5File> {
    return new Hdf5File(await openHdf5(source));
  }

  close(): void {
    this.#file.close();
  }

  /** Whether a group or dataset is at the path, directly or through a soft link that leads somewhere. */
  has(path: string): boolean {
    return this.#typeOf(path) !== null;
  }

  hasGroup(path: string): boolean {
    return this.#typeOf(path) === "group";
  }

  hasDataset(path: string): boolean {
    return this.#typeOf(path) === "dataset";
  }

  /** The names in a group, in alphabetical order (as AllenSDK meets them), whatever the order in which they were made. */
  keys(path: string): string[] {
    if (!this.hasGroup(path)) this.#fail("missing", path, "a group", this.has(path) ? "a dataset" : "nothing");
    return this.#guard(path, () => this.#module.get_names(this.#file.id, path, false)).sort();
  }

  /** An attribute of a group or dataset, or undefined if it has none of this name. */
  attribute(path: string, name: string): AttributeValue | undefined {
    return this.#guard(`${path}@${name}`, () => {
      if (!this.has(path) || !this.#module.get_attribute_names(this.#file.id, path).includes(name)) return undefined;
      const {value, metadata} = new this.#file.library.Attribute(this.#file.id, path, name);
      const read = attributeValue(value, metadata);
      const isWrong = typeof read === "object" && "expected" in read;
      return isWrong ? this.#fail("wrong-type", `${path}@${name}`, read.expected, read.found) : read;
    });
  }

  /** A text attribute that must be there. */
  requiredText(path: string, name: string): string {
    const value = this.attribute(path, name);
    if (typeof value === "string") return value;
    return this.#fail("missing", `${path}@${name}`, "a text attribute", describe(value));
  }

  /** A number attribute that must be there. */
  requiredNumber(path: string, name: string): number {
    const value = this.attribute(path, name);
    if (typeof value === "number") return value;
    return this.#fail("missing", `${path}@${name}`, "a number attribute", describe(value));
  }

  /** The lengths of a dataset's dimensions; empty for a scalar. */
  shape(path: string): number[] {
    return [...(this.#describe(path).shape ?? [])];
  }

  elementKind(path: string): ElementKind {
    return elementKind(this.#describe(path));
  }

  /**
   * The numbers of a dataset of one dimension, or those at its indices `[start, stop)`.
   * @throws {NwbError} `wrong-shape` for more dimensions; `wrong-type` also where a 64-bit integer is too large for a number
   */
  numbers(path: string, start = 0, stop = Number.POSITIVE_INFINITY): NumberArray {
    return this.#numbers(path, {start, stop}, 1);
  }

  /**
   * The numbers of a dataset of two dimensions in C order, or those of its rows `[start, stop)`.
   * @throws {NwbError} as {@link numbers}
   */
  matrix(path: string, start = 0, stop = Number.POSITIVE_INFINITY): NumberArray {
    return this.#numbers(path, {start, stop}, 2);
  }

  /**
   * Several windows of rows, asked for together: of a file behind an address, as few requests as there need be.
   * @param dimensions how many the dataset must have
   * @throws {NwbError} as {@link numbers}
   */
  numbersInWindows(path: string, windows: readonly Extent[], dimensions: 1 | 2): NumberArray[] {
    const metadata = this.#describeNumbers(path, dimensions);
    const extent = this.#contiguous.get(path);
    if (!extent) return windows.map(({start, end}) => this.#numbers(path, {start, stop: end}, dimensions));
    const [rows = 1] = metadata.shape ?? [0];
    const rowBytes = bytesOfRow(metadata);
    const extents = windows.map(({start, end}) => {
      if (start < 0 || end > rows) this.#fail("index-out-of-range", path, `rows up to ${rows}`, `${start} to ${end}`);
      return {start: extent.start + start * rowBytes, end: extent.start + end * rowBytes};
    });
    const pieces = this.#guard(path, () => this.#file.readAll(extents));
    return pieces.map((bytes, i) => {
      const {start, end} = extents[i];
      if (end > extent.end || bytes.length < end - start) this.#fail("damaged", path, `${rows} rows`, "fewer bytes");
      return this.#typed(path, metadata, bytes);
    });
  }

  /** The strings of a dataset of one dimension; a scalar is an array of one. */
  strings(path: string): string[] {
    const metadata = this.#describe(path);
    if (metadata.type !== 3) this.#fail("wrong-type", path, "text", describeDataset(metadata));
    if (metadata.shape?.length !== 0) this.#requireDimensions(path, metadata, 1);
    const value = this.#guard(path, () => new this.#file.library.Dataset(this.#file.id, path).value);
    const strings = withoutPadding(metadata, (typeof value === "string" ? [value] : (value ?? [])) as string[]);
    const broken = strings.find((text) => NOT_TEXT.test(text));
    if (broken !== undefined) this.#fail("damaged", path, "text in UTF-8", JSON.stringify(broken));
    if (strings.length !== metadata.total_size) {
      this.#fail("damaged", path, `${metadata.total_size} texts`, `${strings.length}`);
    }
    return strings;
  }

  /** The text of a dataset that holds one. */
  text(path: string): string {
    const strings = this.strings(path);
    if (strings.length !== 1) this.#fail("wrong-length", path, "one text", `${strings.length}`);
    return strings[0];
  }

  /** Truth values: an HDF5 enumeration of FALSE and TRUE, or numbers that are 0 or 1 (as other writers store them). */
  booleans(path: string): boolean[] {
    return Array.from(this.numbers(path), (value) => {
      if (value !== 0 && value !== 1) this.#fail("wrong-type", path, "truth values (0 or 1)", `${value}`);
      return value === 1;
    });
  }

  /** The paths that the object references of a dataset lead to; null for a reference that leads nowhere. */
  references(path: string): (string | null)[] {
    const metadata = this.#describe(path);
    if (metadata.type !== 7) this.#fail("wrong-type", path, "object references", describeDataset(metadata));
    this.#requireDimensions(path, metadata, 1);
    const bytes = this.#bytes(path, metadata);
    return Array.from({length: bytes.length / metadata.size}, (_, i) =>
      this.#referenced(bytes.subarray(i * metadata.size, (i + 1) * metadata.size))
    );
  }

  /** The members of a compound dataset, each as a column: numbers, or for references the paths they lead to. */
  compound(path: string): Record<string, NumberArray | (string | null)[]> {
    const metadata = this.#describe(path);
    if (!metadata.compound_type) this.#fail("wrong-type", path, "compound rows", describeDataset(metadata));
    this.#requireDimensions(path, metadata, 1);
    const rows = this.#bytes(path, metadata);
    return decodeCompound(rows, metadata, {
      numbers: (member, bytes) => this.#typed(`${path}.${member.name}`, member, bytes),
      reference: (bytes) => this.#referenced(bytes)
    });
  }

  get #module() {
    return this.#file.library.Module;
  }

  #typeOf(path: string): "group" | "dataset" | null {
    return this.#guard(path, () => {
      const type = this.#module.get_type(this.#file.id, path);
      return type === this.#module.H5G_GROUP ? "group" : type === this.#module.H5G_DATASET ? "dataset" : null;
    });
  }

  #describe(path: string): Metadata {
    let metadata = this.#metadata.get(path);
    if (!metadata) {
      const type = this.#typeOf(path);
      if (type !== "dataset") this.#fail("missing", path, "a dataset", type ? "a group" : "nothing");
      metadata = this.#guard(path, () => this.#module.get_dataset_metadata(this.#file.id, path));
      const filters = metadata.chunks
        ? this.#guard(path, () => this.#module.get_dataset_filters(this.#file.id, path))
        : [];
      requireReadable({file: this.name, path}, metadata, filters);
      this.#requireSize(path, metadata);
      this.#metadata.set(path, metadata);
    }
    return metadata;
  }

  /** A dataset in one piece takes just the room of its values: another length means that one of the two has been altered. */
  #requireSize(path: string, metadata: Metadata): void {
    const extent = this.#contiguous.get(path);
    if (!extent) return;
    const isElsewhere = metadata.vlen || metadata.type === 9;
    const expected = metadata.total_size * (isElsewhere ? HEAP_REFERENCE : metadata.size);
    const found = extent.end - extent.start;
    if (found !== expected)
      this.#fail("damaged", path, `${expected} bytes for ${describeDataset(metadata)}`, `${found}`);
  }

  #describeNumbers(path: string, dimensions: number): Metadata {
    const metadata = this.#describe(path);
    if (!isNumber(metadata)) this.#fail("wrong-type", path, "numbers", describeDataset(metadata));
    this.#requireDimensions(path, metadata, dimensions);
    return metadata;
  }

  #requireDimensions(path: string, metadata: Metadata, dimensions: number): void {
    if (metadata.shape?.length === dimensions) return;
    const expected = `values in ${dimensions === 1 ? "one dimension" : "rows and columns"}`;
    this.#fail("wrong-shape", path, expected, describeDataset(metadata));
  }

  #numbers(path: string, {start, stop}: {start: number; stop: number}, dimensions: 1 | 2): NumberArray {
    const metadata = this.#describeNumbers(path, dimensions);
    return this.#typed(path, metadata, this.#bytes(path, metadata, start, stop));
  }

  /** The bytes of the rows `[start, stop)` of a dataset whose elements have a fixed size. */
  #bytes(path: string, metadata: Metadata, start = 0, stop = Number.POSITIVE_INFINITY): Uint8Array {
    const [rows = 1] = metadata.shape ?? [0];
    const first = Math.max(0, Math.min(start, rows));
    const last = Math.max(first, Math.min(stop, rows));
    const rowBytes = bytesOfRow(metadata);
    if (!Number.isSafeInteger(rows * rowBytes)) this.#fail("damaged", path, "a dataset that fits", `${rows} rows`);
    const extent = this.#contiguous.get(path);
    if (extent) return this.#readExtent(path, extent, first * rowBytes, (last - first) * rowBytes);
    return this.#guard(path, () => readRows(this.#file, path, metadata, first, last));
  }

  /** Bytes of a dataset in one piece, straight from the file: through the library they would be copied twice. */
  #readExtent(path: string, {start, end}: Extent, offset: number, length: number): Uint8Array {
    if (start + offset + length > end) this.#fail("damaged", path, `${offset + length} bytes`, `${end - start}`);
    const bytes = this.#guard(path, () => this.#file.read(start + offset, length));
    return bytes.length === length ? bytes : this.#fail("damaged", path, `${length} bytes`, `${bytes.length}`);
  }

  #typed(path: string, metadata: NumberType, bytes: Uint8Array): NumberArray {
    const numbers = typedNumbers(metadata, bytes);
    return "expected" in numbers ? this.#fail("wrong-type", path, numbers.expected, numbers.found) : numbers;
  }

  #referenced(reference: Uint8Array): string | null {
    if (reference.every((byte) => byte === 0)) return null;
    try {
      return this.#module.get_referenced_name(this.#file.id, reference, true) || null;
    } catch {
      this.#file.rethrowFailure();
      return null; // A reference to something that is no longer there leads nowhere.
    }
  }

  /** Runs a call of the library; what it throws becomes an NwbError about the path, unless it is an error that says what is wrong. */
  #guard<T>(path: string, call: () => T): T {
    if (!this.#file.isOpen()) {
      const [expected, remedy] = ["an open file", "Read before you close it, or open it again."];
      throw new NwbError("closed", {file: this.name, path, expected, found: "a closed one", remedy});
    }
    if (isStopped(this.#file.library)) {
      const [expected, remedy] = ["a reader that runs", "Open the file again."];
      const found = "one that broke off when it read a damaged file, this one or another";
      throw new NwbError("closed", {file: this.name, path, expected, found, remedy});
    }
    try {
      const value = call();
      this.#file.rethrowFailure();
      return value;
    } catch (error) {
      stopAfterTrap(this.#file.library, error);
      this.#file.rethrowFailure();
      if (error instanceof TaggedError) throw error;
      throw damaged(this.name, path, error);
    }
  }

  #fail(tag: NwbErrorTag, path: string, expected: string, found: string): never {
    const remedy = tag === "damaged" ? FETCH_AGAIN : WRITE_OTHERWISE;
    throw new NwbError(tag, {file: this.name, path, expected, found, remedy});
  }
}

function damaged(file: string, path: string, cause: unknown): NwbError {
  const details = {file, path, expected: "readable data", found: causeOf(cause), remedy: FETCH_AGAIN};
  return new NwbError("damaged", details, {cause});
}

/** How many bytes a text of any length takes in a dataset: its own length, the address of a heap, and its number there. */
const HEAP_REFERENCE = 16;

const describe = (value: unknown): string => (value === undefined ? "none" : JSON.stringify(value));
