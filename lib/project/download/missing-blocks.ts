import type {ByteRange} from "./received-ranges.js";

/** Bytes of the first requests: what several of them bring is still in the processor's cache when its digest is taken. */
const FIRST = 4 << 20;
const MOST = 64 << 20;
/** A request that waits for a larger part of its time than this is too small. */
const MOST_WAITING = 1 / 20;

/** What is missing of a file, cut into blocks of one request each, which grow where a server is slow to begin. */
export class MissingBlocks {
  readonly #missing: ByteRange[];
  readonly #grows: boolean;
  #size: number;

  /**
   * @param missing in order
   * @param size of all blocks, in bytes; without it they begin at 4 MiB and may grow to 64
   */
  constructor(missing: readonly ByteRange[], size?: number) {
    this.#missing = [...missing];
    this.#grows = size === undefined;
    this.#size = size ?? FIRST;
  }

  /** Takes the first one out; undefined when there is none left. */
  take(): ByteRange | undefined {
    const range = this.#missing.shift();
    if (!range) return undefined;
    const [start, end] = range;
    const cut = Math.min(end, start + this.#size);
    if (cut < end) this.#missing.unshift([cut, end]);
    return [start, cut];
  }

  /**
   * Hears of a request that has brought a block.
   * @param waited until its first byte, in ms
   * @param took until its last
   */
  heard([start, end]: ByteRange, waited: number, took: number): void {
    if (this.#grows && end - start === this.#size && waited > took * MOST_WAITING)
      this.#size = Math.min(MOST, 2 * this.#size);
  }
}
