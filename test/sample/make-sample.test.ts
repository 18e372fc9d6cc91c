import {createHash} from "node:crypto";
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {makeSample, SampleError} from "../../lib/sample/index.js";
import {makeStimulusSequence} from "../../lib/sample/stimulus-sequence.js";
import {sampleSession} from "./sample-session.js";

describe("makeSample", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "make-sample-"));
  });
  afterAll(() => rmSync(folder, {recursive: true, force: true}));

  const digests = (directory: string) =>
    readdirSync(directory, {recursive: true, encoding: "utf8"})
      .filter((name) => statSync(join(directory, name)).isFile())
      .sort()
      .map((name) => [
        name,
        createHash("sha256")
          .update(readFileSync(join(directory, name)))
          .digest("hex")
      ]);

  it("makes the same bytes for the same seed, whenever and wherever it is made", {timeout: 120_000}, async () => {
    const earlier = await sampleSession();
    const progress: number[] = [];
    const later = await makeSample(join(folder, "again"), {onProgress: (fraction) => progress.push(fraction)});
    expect(digests(join(folder, "again"))).toEqual(digests(earlier.directory));
    expect(later.sessionId).toBe(700000001);
    expect(readdirSync(folder)).toEqual(["again"]);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress[progress.length - 1]).toBe(1);
  });

  it("stays small: under 120 MB, its ground truth under 1.5 MB", async () => {
    const {directory, groundTruthPath} = await sampleSession();
    const sizes = readdirSync(directory, {recursive: true, encoding: "utf8"}).map((name) => {
      const entry = statSync(join(directory, name));
      return entry.isFile() ? entry.size : 0;
    });
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(120e6);
    expect(statSync(groundTruthPath).size).toBeLessThan(1.5e6);
  });

  it("shows other stimuli in another order for another seed", () => {
    const orientations = (seed: number) => makeStimulusSequence(seed).map(({orientation}) => orientation);
    expect(orientations(1)).not.toEqual(orientations(2));
  });

  it("leaves nothing behind when it is stopped", async () => {
    const stop = new AbortController();
    const making = makeSample(join(folder, "stopped"), {
      signal: stop.signal,
      onProgress: (fraction) => fraction > 0 && stop.abort(new Error("enough"))
    });
    await expect(making).rejects.toThrow("enough");
    expect(readdirSync(folder)).not.toContain("stopped");
    expect(readdirSync(folder).filter((name) => name.includes("unfinished"))).toEqual([]);
  });

  it("removes what a process that was killed left", async () => {
    const abandoned = join(folder, ".killed.999999999.unfinished");
    mkdirSync(abandoned);
    await expect(
      makeSample(join(folder, "killed"), {signal: AbortSignal.abort(new Error("enough"))})
    ).rejects.toThrow();
    expect(existsSync(abandoned)).toBe(false);
  });

  it("refuses a directory with other people's files in it, and says so", async () => {
    writeFileSync(join(folder, "thesis.txt"), "all my work");
    const making = makeSample(folder);
    await expect(making).rejects.toThrow(SampleError);
    await expect(making).rejects.toThrow(/thesis\.txt/);
    expect(readFileSync(join(folder, "thesis.txt"), "utf8")).toBe("all my work");
  });
});
