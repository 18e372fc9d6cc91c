import {randomBytes} from "node:crypto";
import type {FileHandle} from "node:fs/promises";
import {describe, expect, test} from "vitest";
import {ChunkWriter} from "../../../lib/project/download/chunk-writer.js";
import {wait} from "../../../lib/project/http/wait.js";

const bytes = randomBytes(12 << 20);

/** A file in memory, on a disk that takes its time, and only so many bytes at once. */
function slowFile(delay: () => number, most = Number.POSITIVE_INFINITY) {
  const content = Buffer.alloc(bytes.length);
  async function write(from: Uint8Array, offset: number, length: number, position: number) {
    await wait(delay());
    const bytesWritten = Math.min(length, most);
    content.set(from.subarray(offset, offset + bytesWritten), position);
    return {bytesWritten};
  }
  return {content, file: {write} as unknown as FileHandle};
}

/** Lends chunks out of one and the same memory, as connections do. */
function lend(start: number, end: number, length: () => number) {
  return async (take: (chunk: Uint8Array) => Promise<void> | undefined) => {
    const memory = new Uint8Array(4 << 20);
    for (let at = start; at < end; ) {
      const chunk = memory.subarray(0, Math.min(length(), end - at));
      chunk.set(bytes.subarray(at, at + chunk.length));
      at += chunk.length;
      const busy = take(chunk);
      memory.fill(0);
      await busy;
    }
  };
}

describe.each([
  ["a fast disk", () => 0, undefined],
  ["a slow disk", () => 5 * Math.random(), undefined],
  ["a disk that takes a part at a time", () => Math.random(), 300_000]
])("what is written to %s", (_disk, delay, most) => {
  test.each([
    ["short", () => 16 << 10],
    ["as long as a read", () => 1 << 19],
    ["of all lengths", () => 1 + Math.floor(3e6 * Math.random() ** 4)]
  ])("is what came, in chunks that are %s, though their memory is used again", async (_length, length) => {
    const {content, file} = slowFile(delay, most);
    const writer = new ChunkWriter(file);
    let [checked, written] = [0, 0];
    const halves = [0, bytes.length / 3, bytes.length];
    for (const half of [1, 0]) {
      await writer.write(halves[half], lend(halves[half], halves[half + 1], length), {
        check(_start, piece) {
          checked += piece.length;
        },
        written(start, end) {
          written += end - start;
        }
      });
    }
    expect(content.equals(bytes)).toBe(true);
    expect([checked, written]).toEqual([bytes.length, bytes.length]);
  });
});

test("when the chunks end in an error, those before it are written", async () => {
  const {content, file} = slowFile(() => 5);
  const broken = async (take: (chunk: Uint8Array) => Promise<void> | undefined) => {
    await lend(0, 5_000_000, () => 70_000)(take);
    void take(bytes.subarray(5_000_000, 6_500_000)); // nobody waits for it
    throw new Error("the connection broke");
  };
  const written: number[] = [];
  const listener = {check() {}, written: (start: number, end: number) => void written.push(end - start)};
  await expect(new ChunkWriter(file).write(0, broken, listener)).rejects.toThrow("broke");
  expect(content.subarray(0, 6_500_000).equals(bytes.subarray(0, 6_500_000))).toBe(true);
  expect(written.reduce((sum, length) => sum + length)).toBe(6_500_000);
});
