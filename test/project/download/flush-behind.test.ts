import type {FileHandle} from "node:fs/promises";
import {describe, expect, it} from "vitest";
import {FlushBehind} from "../../../lib/project/download/flush-behind.js";

const MIB = 1 << 20;

/** A file of which only one thing is asked; each answer is waited for until it is given. */
function fileOnDisk() {
  const asked: {answer(error?: Error & {code: string}): void}[] = [];
  const datasync = () =>
    new Promise<void>((resolve, reject) => {
      asked.push({answer: (error) => (error ? reject(error) : resolve())});
    });
  return {file: {datasync} as FileHandle, asked};
}

const refusal = (code: string) => Object.assign(new Error(code), {code});

describe("what the disk is asked to take while more is coming", () => {
  it("is asked for again only after 64 MiB more, and when the disk has answered", async () => {
    const {file, asked} = fileOnDisk();
    const disk = new FlushBehind(file);
    disk.advance(63 * MIB);
    expect(asked).toHaveLength(0);
    disk.advance(64 * MIB);
    disk.advance(300 * MIB);
    expect(asked).toHaveLength(1);
    asked[0].answer();
    await new Promise((resolve) => setImmediate(resolve));
    disk.advance(300 * MIB);
    expect(asked).toHaveLength(2);
    asked[1].answer();
    const finished = disk.finish();
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toHaveLength(3);
    asked[2].answer();
    await finished;
  });

  it("fails in the end when it failed on the way: a system says only once that it could not write", async () => {
    const {file, asked} = fileOnDisk();
    const disk = new FlushBehind(file);
    disk.advance(200 * MIB);
    asked[0].answer(refusal("EIO"));
    await new Promise((resolve) => setImmediate(resolve));
    disk.advance(400 * MIB);
    expect(asked).toHaveLength(1);
    await expect(disk.finish()).rejects.toMatchObject({code: "EIO"});
  });

  it("is not asked of file systems that cannot be asked", async () => {
    const {file, asked} = fileOnDisk();
    const finished = new FlushBehind(file).finish();
    await new Promise((resolve) => setImmediate(resolve));
    asked[0].answer(refusal("EINVAL"));
    await finished;
  });
});
