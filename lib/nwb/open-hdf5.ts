import {type Hdf5Library, hdf5Library} from "./hdf5-module.js";
import {FETCH_AGAIN, NwbError} from "./nwb-error.js";
import {type NwbSource, sourceName} from "./source.js";

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
  close(): void;
}

const SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];
let opened = 0;

/**
 * Opens an HDF5 file for reading.
 * @throws {NwbError} `not-found`, `not-hdf5`, `damaged` or `unsupported-source`
 */
export async function openHdf5(source: NwbSource): Promise<OpenHdf5> {
  const name = sourceName(source);
  if (source instanceof URL && source.protocol !== "file:") {
    throw new NwbError("unsupported-source", {
      file: name,
      expected: "a path, a file: URL or bytes",
      found: `a ${source.protocol} URL`,
      remedy: "Download the file first, then open it by its path or its bytes."
    });
  }
  if (typeof source === "string" || source instanceof URL) {
    const library = await hdf5Library("host");
    return open(library, name, name, () => {});
  }
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
  return open(library, path, name, () => library.FS!.unlink(path));
}

// Not instanceof: a buffer may come from another realm (a worker's message, a test runner's sandbox).
const isArrayBuffer = (value: unknown): value is ArrayBuffer =>
  Object.prototype.toString.call(value) === "[object ArrayBuffer]";

function unsupported(source: unknown): never {
  throw new NwbError("unsupported-source", {
    expected: "a path, a file: URL, an ArrayBuffer, a Uint8Array or a File",
    found: source === null ? "null" : typeof source,
    remedy: "Pass one of these."
  });
}

function open(library: Hdf5Library, path: string, name: string, release: () => void): OpenHdf5 {
  try {
    requireSignature(library, path, name);
    const file = new library.File(path, "r");
    if (file.file_id < 0n) throw damaged(name, "a file that the HDF5 library does not open");
    const stream = library.FS!.open(path, "r");
    const read = (position: number, length: number) => {
      const bytes = new Uint8Array(length);
      return bytes.subarray(0, library.FS!.read(stream, bytes, 0, length, position));
    };
    let isOpen = true;
    const close = () => {
      if (!isOpen) return;
      isOpen = false;
      library.FS!.close(stream);
      file.close();
      release();
    };
    return {library, id: file.file_id, name, size: library.FS!.stat(path).size, isOpen: () => isOpen, read, close};
  } catch (error) {
    release();
    throw error instanceof NwbError ? error : damaged(name, causeOf(error), error);
  }
}

function requireSignature({FS}: Hdf5Library, path: string, file: string): void {
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
