import type {ByteSource, Extent} from "../byte-source.js";
import {BlockCache} from "./block-cache.js";
import type {FileState} from "./check-answer.js";
import {mergeExtents} from "./merge-extents.js";
import type {RangeReader} from "./range-reader.js";
import type {SegmentStore} from "./segment-store.js";

/** Blocks in memory hold at most this much. */
const MOST_MEMORY = 64 << 20;
/** No request is for more, so that large reads come over several connections, and a cut one is soon made good. */
const LONGEST_REQUEST = 8 << 20;
/** What lies this close together (bytes) is fetched in one request, with what lies between. */
const LARGEST_GAP = 1 << 16;
/** How many blocks are read ahead at most. */
const MOST_AHEAD = 8;

/**
 * A file behind an address. Small reads, such as those of HDF5's scattered descriptions, go through blocks that are kept
 * in memory, more of them at a time while reads go on where the last one ended. Large reads, and several at once, are
 * requested as they are.
 */
export class RemoteFile implements ByteSource {
  readonly name: string;
  readonly size: number;
  /** The length of a block, bytes: a power of two that grows with the file, as what lies between descriptions does. */
  readonly #block: number;
  readonly #reader: RangeReader;
  readonly #store: SegmentStore | null;
  readonly #blocks: BlockCache;
  /** For each block that a recent read ended before: how many blocks that read fetched. */
  readonly #ahead = new Map<number, number>();
  readonly #end: () => void;

  /** @param end called when the file is closed */
  constructor(
    name: string,
    {size}: FileState,
    {reader, store, end}: {reader: RangeReader; store: SegmentStore | null; end: () => void}
  ) {
    this.name = name;
    this.size = size;
    this.#reader = reader;
    this.#store = store;
    this.#end = end;
    this.#block = 2 ** Math.max(16, Math.min(20, Math.round(Math.log2(size / 2048))));
    this.#blocks = new BlockCache(MOST_MEMORY / this.#block);
  }

  read(position: number, length: number): Uint8Array {
    const end = Math.min(position + length, this.size);
    if (end <= position) return new Uint8Array(0);
    if (length >= this.#block) return this.readAll([{start: position, end}])[0];
    const first = Math.floor(position / this.#block);
    const last = Math.floor((end - 1) / this.#block);
    const blocks = this.#fetchBlocks(first, last);
    const bytes = new Uint8Array(end - position);
    blocks.forEach((block, i) => {
      const start = (first + i) * this.#block;
      const from = Math.max(position - start, 0);
      bytes.set(block.subarray(from, end - start), start + from - position);
    });
    return bytes;
  }

  readAll(extents: readonly Extent[]): Uint8Array[] {
    const results = extents.map(({start, end}) => new Uint8Array(end - start));
    this.#obtain(extents, results);
    return results;
  }

  close(): void {
    this.#end();
  }

  /** The blocks `[first, last]`, from memory or fetched. */
  #fetchBlocks(first: number, last: number): Uint8Array[] {
    const numbers = Array.from({length: last - first + 1}, (_, i) => first + i);
    const blocks = numbers.map((number) => this.#blocks.get(number));
    const missing = numbers.filter((_, i) => !blocks[i]);
    if (missing.length === 0) return blocks as Uint8Array[];
    const fetched = [...missing, ...this.#readAhead(missing[0], last)];
    const fetchedBlocks = this.readAll(fetched.map((number) => this.#extentOf(number)));
    fetched.forEach((number, i) => {
      this.#blocks.set(number, fetchedBlocks[i]);
    });
    return numbers.map((number, i) => blocks[i] ?? fetchedBlocks[fetched.indexOf(number)]);
  }

  /** The blocks to fetch besides, where reads go on after those before `first`: each time twice as many. */
  #readAhead(first: number, last: number): number[] {
    const before = this.#ahead.get(first) ?? 0;
    this.#ahead.delete(first);
    const ahead: number[] = [];
    const limit = Math.min(before * 2, MOST_AHEAD);
    for (let number = last + 1; ahead.length < limit; ++number) {
      if (number * this.#block >= this.size || this.#blocks.has(number)) break;
      ahead.push(number);
    }
    this.#ahead.set(last + ahead.length + 1, Math.max(1, Math.min(before * 2, MOST_AHEAD)));
    return ahead;
  }

  #extentOf(number: number): Extent {
    const start = number * this.#block;
    return {start, end: Math.min(start + this.#block, this.size)};
  }

  /** Fills targets, each as long as its extent, with the file's bytes: from the store, or from where the file is. */
  #obtain(extents: readonly Extent[], targets: readonly Uint8Array[]): void {
    const store = this.#store;
    if (!store) {
      this.#request(extents, extents, targets);
      return;
    }
    const take = () => extents.flatMap((extent, i) => store.take(extent, targets[i]));
    if (take().length === 0) return;
    store.alone(() => {
      const missing = take(); // Another process may have fetched it meanwhile.
      if (missing.length > 0) this.#request(missing, extents, targets);
    });
  }

  #request(missing: readonly Extent[], extents: readonly Extent[], targets: readonly Uint8Array[]): void {
    const requests = mergeExtents(missing, LARGEST_GAP, LONGEST_REQUEST);
    const answers = this.#reader.read(requests);
    answers.forEach((bytes, i) => {
      this.#store?.put(requests[i].start, bytes);
      extents.forEach((extent, j) => {
        copyOverlap(bytes, requests[i].start, targets[j], extent.start);
      });
    });
  }
}

/** Copies what two pieces of a file have in common. */
function copyOverlap(from: Uint8Array, fromStart: number, to: Uint8Array, toStart: number): void {
  const start = Math.max(fromStart, toStart);
  const end = Math.min(fromStart + from.length, toStart + to.length);
  if (start < end) to.set(from.subarray(start - fromStart, end - fromStart), start - toStart);
}
