/** Bytes `[start, end)` of a file. */
export interface Extent {
  start: number;
  end: number;
}

/** A file's bytes, wherever they lie. Reads return when the bytes are there: the HDF5 library cannot wait for a promise. */
export interface ByteSource {
  /** How the file is called in errors. */
  readonly name: string;
  /** The file's length in bytes. */
  readonly size: number;
  /**
   * Bytes as they are; fewer where the file ends before.
   * @throws {NwbError} where they cannot be had
   */
  read(position: number, length: number): Uint8Array;
  /** Several extents within the file, in the order given, asked for together. */
  readAll(extents: readonly Extent[]): Uint8Array[];
  close(): void;
}

/** A file that is still to be opened, with choices of its own (where to keep what was fetched, for example). */
export interface ClosedByteSource {
  readonly name: string;
  /** @throws {NwbError} where the file cannot be had */
  open(): Promise<ByteSource>;
}
