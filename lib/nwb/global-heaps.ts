import type {ByteSource, Extent} from "./byte-source.js";
import {dataView} from "./data-view.js";
import {FETCH_AGAIN, NwbError} from "./nwb-error.js";

const MARK = [0x47, 0x43, 0x4f, 0x4c, 1, 0, 0, 0]; // GCOL, version 1
const OBJECT_HEADER = 16;

/**
 * The global heaps of a file, where HDF5 keeps texts. They are looked at before the library does: in one that was overwritten
 * with zeros, as in a download with a page that was never written, the library goes from object to object for ever without
 * getting on.
 */
export class GlobalHeaps {
  readonly #source: Pick<ByteSource, "name" | "size" | "read">;
  readonly #sound = new Set<number>();

  constructor(source: Pick<ByteSource, "name" | "size" | "read">) {
    this.#source = source;
  }

  /**
   * Looks at each heap that begins in bytes that have been read.
   * @param position where in the file the bytes are
   * @throws {NwbError} `damaged`
   */
  requireSound(bytes: Uint8Array, position: number): void {
    for (let at = bytes.indexOf(MARK[0]); at >= 0; at = bytes.indexOf(MARK[0], at + 1)) {
      if (!isHeap(bytes, at) || this.#sound.has(position + at)) continue;
      this.read(position + at);
      this.#sound.add(position + at);
    }
  }

  /**
   * A heap as it is in the file, and where in it each of its objects is, by number.
   * @throws {NwbError} `damaged`
   */
  read(address: number): {bytes: Uint8Array; objects: Map<number, Extent>} {
    const {size: fileSize} = this.#source;
    const head = this.#source.read(address, 16);
    if (head.length < 16 || !isHeap(head, 0)) this.#fail(address, "other bytes");
    const size = Number(dataView(head).getBigUint64(8, true));
    if (!(address + size <= fileSize)) this.#fail(address, `a length of ${size} bytes`);
    const bytes = this.#source.read(address, size);
    const view = dataView(bytes);
    const objects = new Map<number, Extent>();
    for (let at = head.length; at + OBJECT_HEADER <= bytes.length; ) {
      const index = view.getUint16(at, true);
      const length = Number(view.getBigUint64(at + 8, true));
      const start = at + OBJECT_HEADER;
      // Number 0 is the space that is left, with its header; the length of all others is without, and filled up to eight.
      at += index === 0 ? length : OBJECT_HEADER + Math.ceil(length / 8) * 8;
      if ((index === 0 && length < OBJECT_HEADER) || at > bytes.length) {
        this.#fail(address, `an object of ${length} bytes that ends at ${at} of ${bytes.length}`);
      }
      if (index !== 0) objects.set(index, {start, end: start + length});
    }
    return {bytes, objects};
  }

  #fail(address: number, found: string): never {
    const details = {path: `the global heap at ${address}`, expected: "texts one after the other", found};
    throw new NwbError("damaged", {file: this.#source.name, ...details, remedy: FETCH_AGAIN});
  }
}

const isHeap = (bytes: Uint8Array, at: number) => MARK.every((byte, i) => bytes[at + i] === byte);
