/** Blocks of a file by their number, those least recently asked for let go first. */
export class BlockCache {
  readonly #blocks = new Map<number, Uint8Array>();
  readonly #most: number;

  /** @param most how many blocks are kept */
  constructor(most: number) {
    this.#most = most;
  }

  has(number: number): boolean {
    return this.#blocks.has(number);
  }

  get(number: number): Uint8Array | undefined {
    const block = this.#blocks.get(number);
    if (block) this.set(number, block);
    return block;
  }

  set(number: number, block: Uint8Array): void {
    this.#blocks.delete(number); // A map keeps the order of insertion.
    this.#blocks.set(number, block);
    for (const oldest of this.#blocks.keys()) {
      if (this.#blocks.size <= this.#most) break;
      this.#blocks.delete(oldest);
    }
  }
}
