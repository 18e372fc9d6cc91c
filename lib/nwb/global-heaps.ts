import type {ByteSource} from "./byte-source.js";
import {FETCH_AGAIN, NwbError} from "./nwb-error.js";

const MARK = [0x47, 0x43, 0x4f, 0x4c, 1, 0, 0, 0]; // GCOL, version 1
const OBJECT_HEADER = 16;

/**
 * Looks at the global heaps of a file (where HDF5 keeps texts) before the library does: in one that was overwritten with
 * zeros, as in a download with a page that was never written, the library goes from object to object for ever without
 * getting on.
 */
export class GlobalHeaps {
  readonly #source: ByteSource;
  readonly #sound = new Set<number>();

  constructor(source: ByteSource) {
    this.#source = source;
  }

  /**
   * Looks at each heap that begins in bytes that have been read.
   * @param position where in the file the bytes are
   * @throws {NwbError} `damaged`
   */
  requireSound(bytes: Uint8Array, position: number): void {
    for (let at = bytes.indexOf(MARK[0]); at >= 0; at = bytes.indexOf(MARK[0], at + 1)) {
      if (MARK.every((byte, i) => bytes[at + i] === byte)) this.#requireSoundHeap(position + at);
    }
  }

  #requireSoundHeap(address: number): void {
    if (this.#sound.has(address)) return;
    const {size: fileSize} = this.#source;
    const size = Number(fields(this.#source.read(address + MARK.length, 8)).getBigUint64(0, true));
    if (!(address + size <= fileSize)) this.#fail(address, `a length of ${size} bytes`);
    const heap = this.#source.read(address, size);
    const view = fields(heap);
    for (let at = MARK.length + 8; at + OBJECT_HEADER <= heap.length; ) {
      const index = view.getUint16(at, true);
      const length = Number(view.getBigUint64(at + 8, true));
      // Number 0 is the space that is left, with its header; the length of all others is without, and filled up to eight.
      at += index === 0 ? length : OBJECT_HEADER + Math.ceil(length / 8) * 8;
      if ((index === 0 && length < OBJECT_HEADER) || at > heap.length) {
        this.#fail(address, `an object of ${length} bytes that ends at ${at} of ${heap.length}`);
      }
    }
    this.#sound.add(address);
  }

  #fail(address: number, found: string): never {
    const details = {path: `the global heap at ${address}`, expected: "texts one after the other", found};
    throw new NwbError("damaged", {file: this.#source.name, ...details, remedy: FETCH_AGAIN});
  }
}

const fields = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
