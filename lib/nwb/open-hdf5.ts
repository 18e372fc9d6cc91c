import {TaggedError} from "../tagged-error.js";
import type {ByteSource, ClosedByteSource, Extent} from "./byte-source.js";
import {type Hdf5Library, hdf5Library, isStopped, stopAfterTrap} from "./hdf5-module.js";
import {memorySource} from "./memory-source.js";
import {mountByteSource} from "./mount-byte-source.js";
import {FETCH_AGAIN, NwbError} from "./nwb-error.js";
import {sourceAt} from "./remote-platform.js";
import {requireSoundSuperblock} from "./require-sound-superblock.js";
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

let opened = 0;

/**
 * Opens an HDF5 file for reading.
 * @throws {NwbError} `not-found`, `not-hdf5`, `damaged` or `unsupported-source`; `RequestError` behind an address
 */
export async function openHdf5(source: NwbSource): Promise<OpenHdf5> {
  const bytes = await byteSource(source);
  try {
    requireSoundSuperblock(bytes);
    return open(await hdf5Library(), bytes);
  } catch (error) {
    bytes.close();
    throw error;
  }
}

async function byteSource(source: NwbSource): Promise<ByteSource> {
  const name = sourceName(source);
  const address = addressOf(source);
  if (address) return (await sourceAt(address)).open();
  if (typeof source === "string" || source instanceof URL) {
    // What is under a folder called node, the bundles of the site leave out.
    const {openNodeFile} = await import("./node/node-file-source.js");
    return openNodeFile(source, name);
  }
  if (isClosedByteSource(source)) return source.open();
  if (source instanceof Blob) return memorySource(name, new Uint8Array(await source.arrayBuffer()));
  if (source instanceof Uint8Array) return memorySource(name, source);
  return memorySource(name, new Uint8Array(isArrayBuffer(source) ? source : unsupported(source)));
}

/** Makes the bytes a file of the library, and has it opened. */
function open(library: Hdf5Library, bytes: ByteSource): OpenHdf5 {
  const path = `/nwb-${opened++}`;
  let failures: unknown[] = [];
  const unmount = mountByteSource(library, path, bytes, (error) => failures.push(error));
  const rethrowFailure = () => {
    const [failure] = failures;
    failures = [];
    if (failure) throw failure;
  };
  try {
    const file = new library.File(path, "r");
    rethrowFailure();
    if (file.file_id < 0n) throw damaged(bytes.name, "a file that the HDF5 library does not open");
    let isOpen = true;
    return {
      library,
      id: file.file_id,
      name: bytes.name,
      size: bytes.size,
      isOpen: () => isOpen,
      read: (position, length) => bytes.read(position, length),
      readAll: (extents) => bytes.readAll(extents),
      rethrowFailure,
      close() {
        if (!isOpen) return;
        isOpen = false;
        try {
          if (!isStopped(library)) file.close();
        } finally {
          unmount();
          bytes.close();
        }
      }
    };
  } catch (error) {
    stopAfterTrap(library, error);
    unmount();
    rethrowFailure();
    throw error instanceof TaggedError ? error : damaged(bytes.name, causeOf(error), error);
  }
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

function damaged(file: string, found: string, cause?: unknown): NwbError {
  return new NwbError("damaged", {file, expected: "a whole HDF5 file", found, remedy: FETCH_AGAIN}, {cause});
}

/** The innermost reason in the report of an HDF5 error stack, as a phrase. */
export function causeOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const reasons = [...message.matchAll(/#\d+: .*? in \w+\(\): (.*)/g)].map((match) => match[1].trim());
  return reasons.at(-1) ?? (message.split("\n")[0] || "an error without a message");
}
