import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {blockFolds, consecutiveFolds, decode, seededRandom, stratifiedFolds} from "../../../lib/analysis/index.js";
import {population, tagged} from "./population.js";

describe("folds", () => {
  it("hold every trial once", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: 0, max: 3}), {minLength: 20, maxLength: 60}), (target) => {
        const all = target.map((_, trial) => trial);
        for (const folds of [
          stratifiedFolds(target, 3),
          stratifiedFolds(target, 3, seededRandom(1)),
          consecutiveFolds(target.length, 3)
        ]) {
          expect(folds.flatMap((fold) => [...fold]).sort((a, b) => a - b)).toEqual(all);
        }
      })
    );
  });

  it("that are stratified hold as many trials of each class, give or take one", () => {
    const target = Float64Array.from({length: 100}, (_, trial) => (trial % 10 < 7 ? 0 : 1));
    for (const fold of stratifiedFolds(target, 5)) {
      expect([...fold].filter((trial) => target[trial] === 0)).toHaveLength(14);
    }
  });

  it("by block never part the trials of a block", () => {
    const blocks = [4, 4, 4, 7, 7, 9, 9, 9, 9];
    expect(blockFolds(blocks).map((fold) => [...fold])).toEqual([
      [5, 6, 7, 8],
      [0, 1, 2],
      [3, 4]
    ]);
    expect(blockFolds(blocks, 2).map((fold) => [...fold])).toEqual([
      [5, 6, 7, 8],
      [0, 1, 2, 3, 4]
    ]);
  });

  it("cannot be more than there are trials of any class, or blocks", () => {
    expect(() => stratifiedFolds([0, 0, 1, 1], 3)).toThrow(tagged("too-few-data"));
    expect(() => blockFolds([1, 1, 2], 3)).toThrow(tagged("too-few-data"));
    expect(() => consecutiveFolds(4, 1)).toThrow(tagged("wrong-argument"));
  });

  it("that are given name trials that there are, once", async () => {
    const {trials, target} = population();
    await expect(decode(trials, target, {folds: [[0], [0]]})).rejects.toEqual(tagged("wrong-argument"));
    await expect(decode(trials, target, {folds: [[600]]})).rejects.toEqual(tagged("wrong-argument"));
  });
});
