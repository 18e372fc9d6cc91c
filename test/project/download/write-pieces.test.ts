import {randomBytes} from "node:crypto";
import {closeSync, openSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, onTestFinished, test} from "vitest";
import {writePieces} from "../../../lib/project/download/write-pieces.js";
import {emptyFolder} from "./served.js";

const bytes = randomBytes(3_000_000);

/** An open file, by its path and descriptor. */
function file(flags: string) {
  const path = join(emptyFolder(), "file");
  closeSync(openSync(path, "w"));
  const descriptor = openSync(path, flags);
  onTestFinished(() => closeSync(descriptor));
  return {path, descriptor};
}

describe("bytes written to their place in a file", () => {
  test.each([
    ["short", () => 1 + Math.floor(5000 * Math.random())],
    ["as long as a read", () => 1 << 19],
    ["of all lengths", () => 1 + Math.floor(1e6 * Math.random() ** 4)]
  ])("are what came, in chunks that are %s and in any order", (_length, length) => {
    const {path, descriptor} = file("r+");
    const chunks: [position: number, chunk: Uint8Array][] = [];
    for (let at = 0; at < bytes.length; at += chunks.at(-1)![1].length) {
      chunks.push([at, bytes.subarray(at, at + length())]);
    }
    chunks.sort(() => Math.random() - 0.5);
    for (const [position, chunk] of chunks) writePieces(descriptor, chunk, position);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  test("that the system does not take are an error", () => {
    const {descriptor} = file("r");
    expect(() => writePieces(descriptor, bytes, 0)).toThrow(/EBADF/);
  });
});
