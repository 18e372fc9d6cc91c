// Damaged files end in a tagged error or change nothing, but where values alone are altered, which only a digest can tell.
import {afterAll, describe, expect, it} from "vitest";
import cases from "./cases.json" with {type: "json"};
import type {Damage} from "./damage.js";
import {fuzz, type Tried} from "./fuzz.js";
import {TARGETS, type Target} from "./judge.js";
import {FAULTS, JudgingProcess} from "./judging-process.js";

const judging = new JudgingProcess();
afterAll(() => judging.close());

describe("what the fuzzer once found does not come back", () => {
  it.each(cases)("$target, $damage: $found", async ({target, damage}) => {
    const {outcome, detail} = await judging.judge(target as Target, damage as Damage);
    expect(FAULTS, detail).not.toContain(outcome);
  });
});

describe.each([
  ["session files", TARGETS.filter((target) => target === "session" || target === "lfp"), 160],
  ["snapshots, whose digest is known", TARGETS.filter((target) => target !== "session" && target !== "lfp"), 120]
])("damaged %s", (_, targets, files) => {
  it(`neither hang, nor take much memory, nor give wrong answers, in the first ${files} of seed 1`, async () => {
    const all: Tried[] = [];
    await fuzz({seed: 1, targets, files}, (tried) => all.push(tried));
    expect(all.filter(({outcome}) => FAULTS.includes(outcome))).toEqual([]);
    expect(all.filter(({outcome}) => outcome === "refused").length).toBeGreaterThan(files / 8);
  }, 600_000);
});
