import {TaggedError} from "../tagged-error.js";
import type {ByteSource, ClosedByteSource, Extent} from "./byte-source.js";
import {type Hdf5Library, hdf5Library} from "./hdf5-module.js";
import {mountByteSource} from "./mount-byte-source.js";
import {FETCH_AGAIN, NwbError} from "./nwb-error.js";
import {sourceAt} from "./remote-platform.js";
import {addressOf, type NwbSource, sourceName} from "./source.js";

/** An open HDF5 file of the library, with what is needed to read from it and to let it go. */
export interface OpenHdf5 {
  library: Hdf5Library;
  id: bigint;
  name: string;
  /** The file's length in bytes. */
  size: number;
  isOpen(): boolean;
  /** Bytes of the file as they are; fewer where it ends before. */
  read(position: number, length: number): Uint8Array;
  /** Several extents within the file, in the order given. */
  readAll(extents: readonly Extent[]): Uint8Array[];
  /**
   * Throws what kept the bytes of a file behind an address from the library since this was last asked. The library itself
   * may have passed over it: to it, what cannot be read is often just not there.
   */
  rethrowFailure(): void;
  close(): void;
}

/** A file that stands in the library's file system. */
interface Mounted {
  library: Hdf5Library;
  path: string;
  name: string;
  /** Where its bytes come from, unless it is from that file system. */
  source?: ByteSource;
  rethrowFailure(): void;
  release(): void;
}

const SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];
let opened = 0;

/**
 * Opens an HDF5 file for reading.
 * @throws {NwbError} `not-found`, `not-hdf5`, `damaged` or `unsupported-source`; `RequestError` behind an address
 */
export async function openHdf5(source: NwbSource): Promise<OpenHdf5> {
  const name = sourceName(source);
  const address = addressOf(source);
  if (address) return mountAndOpen(await sourceAt(address));
  if (typeof source === "string" || source instanceof URL) {
    const library = await hdf5Library("host");
    return open({library, path: name, name, rethrowFailure() {}, release() {}});
  }
  if (isClosedByteSource(source)) return mountAndOpen(source);
  const bytes = new Uint8Array(
    source instanceof Blob
      ? await source.arrayBuffer()
      : source instanceof Uint8Array
        ? source
        : isArrayBuffer(source)
          ? source
          : unsupported(source)
  );
  const library = await hdf5Library("memory");
  const path = `/nwb-${opened++}`;
  library.FS!.writeFile(path, bytes);
  return open({library, path, name, rethrowFailure() {}, release: () => library.FS!.unlink(path)});
}

async function mountAndOpen(closed: ClosedByteSource): Promise<OpenHdf5> {
  const library = await hdf5Library("memory");
  const source = await closed.open();
  const path = `/nwb-${opened++}`;
  let failures: unknown[] = [];
  mountByteSource(library, path, source, (error) => failures.push(error));
  const rethrowFailure = () => {
    const [failure] = failures;
    failures = [];
    if (failure) throw failure;
  };
  const release = () => {
    library.FS!.unlink(path);
    source.close(); // Closing twice does nothing.
  };
  return open({library, path, name: source.name, source, rethrowFailure, release});
}

const isClosedByteSource = (source: unknown): source is ClosedByteSource =>
  typeof source === "object" && source !== null && "open" in source && typeof source.open === "function";

// Not instanceof: a buffer may come from another realm (a worker's message, a test runner's sandbox).
const isArrayBuffer = (value: unknown): value is ArrayBuffer =>
  Object.prototype.toString.call(value) === "[object ArrayBuffer]";

function unsupported(source: unknown): never {
  throw new NwbError("unsupported-source", {
    expected: "a path, a URL, an ArrayBuffer, a Uint8Array or a File",
    found: source === null ? "null" : typeof source,
    remedy: "Pass one of these."
  });
}

function open(mounted: Mounted): OpenHdf5 {
  const {library, path, name, source, rethrowFailure, release} = mounted;
  try {
    requireSignature(mounted);
    const file = new library.File(path, "r");
    rethrowFailure();
    if (file.file_id < 0n) throw damaged(name, "a file that the HDF5 library does not open");
    const bytes = source ?? inFileSystem(library, path);
    let isOpen = true;
    return {
      library,
      id: file.file_id,
      name,
      size: bytes.size,
      isOpen: () => isOpen,
      read: (position, length) => bytes.read(position, length),
      readAll: (extents) => bytes.readAll(extents),
      rethrowFailure,
      close() {
        if (!isOpen) return;
        isOpen = false;
        bytes.close();
        file.close();
        release();
      }
    };
  } catch (error) {
    release();
    rethrowFailure();
    throw error instanceof TaggedError ? error : damaged(name, causeOf(error), error);
  }
}

/** The bytes of a file that stands in the library's file system, past the library. */
function inFileSystem({FS}: Hdf5Library, path: string): Omit<ByteSource, "name"> {
  const stream = FS!.open(path, "r");
  const read = (position: number, length: number) => {
    const bytes = new Uint8Array(length);
    return bytes.subarray(0, FS!.read(stream, bytes, 0, length, position));
  };
  const readAll = (extents: readonly Extent[]) => extents.map(({start, end}) => read(start, end - start));
  return {size: FS!.stat(path).size, read, readAll, close: () => FS!.close(stream)};
}

function requireSignature({library: {FS}, path, name: file, rethrowFailure}: Mounted): void {
  let head: Uint8Array;
  try {
    const {mode, size} = FS!.stat(path);
    if (FS!.isDir(mode)) {
      const found = "a directory";
      throw new NwbError("not-found", {
        file,
        expected: "a file",
        found,
        remedy: "Give the path of an .nwb file in it."
      });
    }
    if (size === 0) {
      const found = "an empty file";
      throw new NwbError("not-hdf5", {file, expected: "an HDF5 file", found, remedy: FETCH_AGAIN});
    }
    head = new Uint8Array(Math.min(size, SIGNATURE.length));
    const stream = FS!.open(path, "r");
    FS!.read(stream, head, 0, head.length, 0);
    FS!.close(stream);
  } catch (error) {
    if (error instanceof NwbError) throw error;
    rethrowFailure();
    throw new NwbError(
      "not-found",
      {file, expected: "a readable file", found: "none", remedy: "Check the path, and that you may read it."},
      {cause: error}
    );
  }
  if (SIGNATURE.some((byte, i) => head[i] !== byte)) {
    throw new NwbError("not-hdf5", {
      file,
      expected: "an HDF5 file",
      found: "other bytes at its start",
      remedy: "Give an .nwb file; if it should be one, fetch it again."
    });
  }
}

function damaged(file: string, found: string, cause?: unknown): NwbError {
  return new NwbError("damaged", {file, expected: "a whole HDF5 file", found, remedy: FETCH_AGAIN}, {cause});
}

/** The innermost reason in the report of an HDF5 error stack, as a phrase. */
export function causeOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const reasons = [...message.matchAll(/#\d+: .*? in \w+\(\): (.*)/g)].map((match) => match[1].trim());
  return reasons.at(-1) ?? (message.split("\n")[0] || "an error without a message");
}
