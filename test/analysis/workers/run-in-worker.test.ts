import {describe, expect, it} from "vitest";
import {
  AnalysisError,
  allCrossCorrelograms,
  decode,
  jitterPredictor,
  principalComponents,
  seededRandom
} from "../../../lib/analysis/index.js";
import {answerTask, type TaskReply, type TaskRequest} from "../../../lib/analysis/tasks/index.js";
import type {TaskInput} from "../../../lib/analysis/workers/index.js";
import {runInWorker} from "../../../lib/analysis/workers/run-in-worker.node.js";

/** Counts of units that each prefer one class. */
function population(trials: number, units: number, classes: number): TaskInput<"decode"> {
  const random = seededRandom(1);
  const values = Float64Array.from({length: trials * units}, (_, at) => {
    const [trial, unit] = [Math.floor(at / units), at % units];
    return Math.floor(6 * random() + (trial % classes === unit % classes ? 3 : 0));
  });
  return {
    trials: {rows: trials, columns: units, values},
    target: Float64Array.from({length: trials}, (_, trial) => trial % classes)
  };
}

const trains = Array.from({length: 3}, (_, seed) => {
  const random = seededRandom(seed + 1);
  return Float64Array.from({length: 2000}, () => 100 * random()).sort();
});

describe("an analysis in a thread of Node", () => {
  it("gives what it gives when it is called, and tells how far it is, up to 1", async () => {
    const {trials, target} = population(120, 10, 3);
    const settings = {decoder: {kind: "svm", kernel: "linear"}} as const;
    const fractions: number[] = [];
    const found = await runInWorker(
      "decode",
      {trials, target, ...settings},
      {onProgress: (fraction) => fractions.push(fraction)}
    );
    expect(found).toEqual(await decode(trials, target, settings));
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
  });

  it("takes a seed for a source of random numbers", async () => {
    const [fixed, moving] = trains;
    const options = {surrogates: 5, window: 0.01};
    expect(await runInWorker("jitterPredictor", {fixed, moving, seed: 7, ...options})).toEqual(
      await jitterPredictor(fixed, moving, {...options, random: seededRandom(7)})
    );
  });

  it("gives the correlograms of all pairs as one array", async () => {
    const {counts, bins} = await runInWorker("allCrossCorrelograms", {trains});
    const all = await allCrossCorrelograms(trains);
    expect(counts.slice((2 * 3 + 1) * bins, (2 * 3 + 2) * bins)).toEqual(all.between(2, 1).counts);
    expect(counts).toHaveLength(9 * bins);
  });

  it("finds principal components", async () => {
    const {trials} = population(30, 5, 3);
    const data = {rows: 30, columns: 5, values: trials.values as Float64Array};
    expect(await runInWorker("principalComponents", {data})).toEqual(await principalComponents(data));
  });

  it("ends when it is aborted, with the signal's reason", async () => {
    const controller = new AbortController();
    const onProgress = () => controller.abort(new Error("enough"));
    const decoder = {kind: "logistic-regression"} as const;
    const endless = runInWorker(
      "decode",
      {...population(2000, 80, 40), decoder},
      {signal: controller.signal, onProgress}
    );
    await expect(endless).rejects.toThrow("enough");
    const before = runInWorker("decode", population(10, 2, 2), {signal: AbortSignal.abort(new Error("before"))});
    await expect(before).rejects.toThrow("before");
  });

  it("that there is not is refused, with a tag", async () => {
    for (const name of ["decipher", "toString"]) {
      const replies: TaskReply[] = [];
      await answerTask({name, input: {}} as unknown as TaskRequest, (reply) => replies.push(reply));
      expect(replies).toEqual([expect.objectContaining({kind: "error", name: "AnalysisError", tag: "wrong-argument"})]);
    }
  });

  it("throws what the analysis throws, with its tag", async () => {
    const {trials} = population(10, 2, 2);
    const wrong = runInWorker("decode", {trials, target: new Float64Array(3)});
    await expect(wrong).rejects.toMatchObject({name: AnalysisError.name, tag: "wrong-shape", path: "target"});
  });
});
