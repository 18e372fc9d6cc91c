import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {MissingBlocks} from "../../../lib/project/download/missing-blocks.js";
import {type ByteRange, ReceivedRanges} from "../../../lib/project/download/received-ranges.js";

const MIB = 1 << 20;

function takeAll(blocks: MissingBlocks): ByteRange[] {
  const taken: ByteRange[] = [];
  for (let block = blocks.take(); block; block = blocks.take()) taken.push(block);
  return taken;
}

describe("blocks of what is missing", () => {
  it("are in order, no longer than was said, and together all that is missing and nothing else", () => {
    const ranges = fc.array(
      fc.tuple(fc.nat(300), fc.nat(40)).map(([start, length]): ByteRange => [start, start + length])
    );
    fc.assert(
      fc.property(ranges, fc.integer({min: 1, max: 50}), (there, size) => {
        const received = new ReceivedRanges(there);
        const missing = received.missing(350);
        const blocks = takeAll(new MissingBlocks(missing, size));
        for (const [start, end] of blocks) expect(end - start).toBeLessThanOrEqual(size);
        for (let i = 1; i < blocks.length; ++i) expect(blocks[i][0]).toBeGreaterThanOrEqual(blocks[i - 1][1]);
        const joined = new ReceivedRanges(blocks);
        expect(joined.toJSON()).toEqual(missing);
      })
    );
  });

  it("double where a request waits for more than a twentieth of its time, up to 64 MiB", () => {
    const blocks = new MissingBlocks([[0, 2 ** 30]]);
    const lengths: number[] = [];
    for (let i = 0; i < 7; ++i) {
      const block = blocks.take()!;
      lengths.push((block[1] - block[0]) / MIB);
      blocks.heard(block, 100, 1000);
    }
    expect(lengths).toEqual([4, 8, 16, 32, 64, 64, 64]);
  });

  it("stay as they are where requests are answered at once, where their size was given, and after a last one that was short", () => {
    const quick = new MissingBlocks([[0, 2 ** 30]]);
    const given = new MissingBlocks([[0, 2 ** 30]], 4 * MIB);
    const short = new MissingBlocks([
      [0, MIB],
      [2 * MIB, 2 ** 30]
    ]);
    quick.heard(quick.take()!, 10, 1000);
    given.heard(given.take()!, 500, 1000);
    short.heard(short.take()!, 500, 1000);
    for (const blocks of [quick, given, short]) {
      const [start, end] = blocks.take()!;
      expect(end - start).toBe(4 * MIB);
    }
  });
});
