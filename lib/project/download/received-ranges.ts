/** Bytes from `start` up to, not including, `end`. */
export type ByteRange = [start: number, end: number];

/** Which bytes of a file are there: in order, as few ranges as possible. */
export class ReceivedRanges {
  #ranges: ByteRange[];

  constructor(ranges: readonly ByteRange[] = []) {
    this.#ranges = [];
    for (const [start, end] of ranges) this.add(start, end);
  }

  /** How many bytes are there from the file's beginning on without a gap. */
  get front(): number {
    return this.#ranges[0]?.[0] === 0 ? this.#ranges[0][1] : 0;
  }

  /** How many bytes are there. */
  get length(): number {
    return this.#ranges.reduce((sum, [start, end]) => sum + end - start, 0);
  }

  add(start: number, end: number): void {
    if (end <= start) return;
    const touches = ([from, to]: ByteRange) => from <= end && to >= start;
    const touching = this.#ranges.filter(touches);
    const merged: ByteRange = [
      Math.min(start, ...touching.map(([from]) => from)),
      Math.max(end, ...touching.map(([, to]) => to))
    ];
    this.#ranges = [...this.#ranges.filter((range) => !touches(range)), merged].sort(([a], [b]) => a - b);
  }

  clear(): void {
    this.#ranges = [];
  }

  /** What is not there of a file of `total` bytes, in order. */
  missing(total: number): ByteRange[] {
    const starts = [0, ...this.#ranges.map(([, end]) => end)];
    const ends = [...this.#ranges.map(([start]) => start), total];
    return starts.map((start, i): ByteRange => [start, ends[i]]).filter(([start, end]) => start < end);
  }

  toJSON(): ByteRange[] {
    return this.#ranges;
  }
}
