import type {FileHandle} from "node:fs/promises";
import type {Taker} from "../http/reply.js";

/** When so much has come, it is written. For larger pieces a system takes larger pages, which a virtual machine may have to ask its host for. */
const BATCH = 1 << 16;
/** No chunk needs to be split that is not longer than the difference. */
const CAPACITY = BATCH + (1 << 19);

/** Who hears of what is written. */
export interface WriteListener {
  /** Called with each piece before it is written; it is not, when this throws. */
  check(start: number, bytes: Uint8Array): void;
  /** Called with each piece once it is, by its first byte and the one after its last. */
  written(start: number, end: number): void;
}

/**
 * Writes what comes from the network, in larger pieces, while the next ones arrive. Copied into two buffers in turn, that are kept from one
 * range to the next, chunks take half the processor's time that they take when written as they are.
 */
export class ChunkWriter {
  readonly #file: FileHandle;
  #filling = Buffer.allocUnsafeSlow(CAPACITY);
  #other = Buffer.allocUnsafeSlow(CAPACITY);
  #length = 0;
  #position = 0;
  #writing: Promise<void> | null = null;
  #listener: WriteListener = {check() {}, written() {}};

  constructor(file: FileHandle) {
    this.#file = file;
  }

  /**
   * Writes all chunks that `read` gives, one after another, from `start` on. When that ends in an error, those that came before it are
   * written.
   */
  async write(start: number, read: (take: Taker) => Promise<void>, listener: WriteListener): Promise<void> {
    this.#position = start;
    this.#length = 0;
    this.#writing = null;
    this.#listener = listener;
    try {
      await read((chunk) => this.#take(chunk));
    } finally {
      while (this.#writing) await this.#writing;
      if (this.#length > 0) this.#flush();
      await this.#writing;
    }
  }

  #take(chunk: Uint8Array): Promise<void> | undefined {
    const room = CAPACITY - this.#length;
    const rest = chunk.length > room ? Buffer.from(chunk.subarray(room)) : null; // a copy, as the chunk is only lent
    this.#filling.set(rest ? chunk.subarray(0, room) : chunk, this.#length);
    this.#length += rest ? room : chunk.length;
    if (this.#length < BATCH) return;
    if (this.#writing) return this.#writing.then(() => this.#flushAndTake(rest));
    return this.#flushAndTake(rest);
  }

  #flushAndTake(rest: Uint8Array | null): Promise<void> | undefined {
    this.#flush();
    return rest ? this.#take(rest) : undefined;
  }

  #flush(): void {
    const bytes = this.#filling.subarray(0, this.#length);
    this.#listener.check(this.#position, bytes);
    this.#writing = this.#writeAt(this.#position, bytes);
    this.#writing.catch(() => {}); // told by whoever waits for it next
    this.#position += this.#length;
    this.#length = 0;
    [this.#filling, this.#other] = [this.#other, this.#filling];
  }

  async #writeAt(start: number, bytes: Uint8Array): Promise<void> {
    // A full disk may take a part of it, and refuse the rest only then.
    for (let done = 0; done < bytes.length; ) {
      const {bytesWritten} = await this.#file.write(bytes, done, bytes.length - done, start + done);
      this.#listener.written(start + done, start + done + bytesWritten);
      done += bytesWritten;
    }
    this.#writing = null;
  }
}
