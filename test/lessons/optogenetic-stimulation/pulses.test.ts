import {describe, expect, it} from "vitest";
import {
  type LightPulse,
  lightTimeline,
  onsetsOf,
  pulseChoices,
  pulseKinds,
  suggestedKind
} from "../../../lib/lessons/optogenetic-stimulation/index.js";
import {goldenSessions, openGolden} from "../../parity/golden.js";

const pulse = (id: number, duration: number, level: number, start_time = 10 * id): LightPulse => ({
  id,
  start_time,
  stop_time: start_time + duration,
  duration,
  level,
  condition: duration < 0.02 ? "a single square pulse" : "half-period of a cosine wave",
  stimulus_name: duration < 0.02 ? "pulse" : "raised_cosine"
});
const five = (first: number, duration: number, level: number) =>
  [0, 1, 2, 3, 4].map((i) => pulse(first + i, duration, level));

describe("the timeline of light", () => {
  const pulses = [pulse(0, 0.01, 4), pulse(1, 0.01, 2.5), pulse(6, 1, 4)];

  it("says how long light was shone, and in how many ways", () => {
    const {caption, data, options} = lightTimeline(pulses, new Set([0, 1, 6]));
    expect(caption).toBe(
      "3 pulses of light over 1.0 minutes, of 2 conditions at 2 levels. Pulses of a few milliseconds are drawn wider than they are."
    );
    expect(data?.[0]).toBe(pulses);
    expect(pulses.filter(options!.stressed)).toEqual(pulses);
  });

  it("says how many pulses were chosen, and draws them strong", () => {
    const {caption, options} = lightTimeline(pulses, new Set([1]));
    expect(caption).toContain(" Strong bars are the 1 that you chose.");
    expect(pulses.filter(options!.stressed)).toEqual([pulses[1]]);
  });

  it("is none in a session without light", () => {
    expect(lightTimeline([], new Set())).toHaveProperty("empty");
    expect(pulseChoices([])).toEqual({conditions: [], levels: []});
  });
});

describe("kinds of pulses", () => {
  it("are of one length and one level or all levels, the shortest and weakest first", () => {
    const kinds = pulseKinds([pulse(1, 1, 4), pulse(2, 0.01, 4), pulse(3, 0.01, 2.5)], null, [-0.02, 0.04]);
    expect(kinds.map(({name, pulses}) => [name, pulses.map(({id}) => id)])).toEqual([
      ["pulse, 10 ms, all levels", [2, 3]],
      ["pulse, 10 ms, level 2.5", [3]],
      ["pulse, 10 ms, level 4", [2]],
      ["raised_cosine, 1 s, all levels", [1]],
      ["raised_cosine, 1 s, level 4", [1]]
    ]);
  });

  it("are of pulses whose spikes are held from before the onset to after it", () => {
    const pulses = [pulse(1, 0.01, 4), pulse(2, 0.01, 4)];
    const held = (coverage: [number, number][]) => pulseKinds(pulses, coverage, [-0.02, 0.04]);
    expect(
      held([
        [9.98, 10.04],
        [19.99, 20.04]
      ]).map(({pulses}) => pulses.length)
    ).toEqual([1, 1]);
    expect(held([[9.98, 10.03]])).toEqual([]);
  });

  it("begin with the longest and strongest of the short ones, unless these are few", () => {
    const choice = (pulses: LightPulse[]) => suggestedKind(pulseKinds(pulses, null, [-0.02, 0.04]))?.name;
    const pulses = [...five(0, 0.005, 4), ...five(5, 0.01, 1), ...five(10, 0.01, 4), ...five(15, 1, 4)];
    expect(choice(pulses)).toBe("pulse, 10 ms, level 4");
    expect(choice([...pulses, pulse(20, 0.015, 4)])).toBe("pulse, 10 ms, level 4");
    expect(choice([pulse(0, 1, 4)])).toBe("raised_cosine, 1 s, all levels");
    expect(choice([])).toBeUndefined();
  });

  it("have the onsets of their pulses", () => {
    expect(onsetsOf(pulseKinds([pulse(1, 0.01, 4)], null, [0, 1])[0])).toEqual([10]);
    expect(onsetsOf(null)).toEqual([]);
  });
});

describe.each(goldenSessions)("the kinds of pulses of $name", (golden) => {
  it("hold every pulse twice: once with its level, once with all levels", async () => {
    const session = await openGolden(golden);
    const pulses = (await session.optogeneticStimulationEpochs()).objects() as LightPulse[];
    const kinds = pulseKinds(pulses, await session.spikeCoverage(), [-0.02, 0.04]);
    const held = kinds.flatMap((kind) => kind.pulses.map(({id}) => id)).sort((a, b) => a - b);
    expect(held).toEqual(pulses.flatMap(({id}) => [id, id]).sort((a, b) => a - b));
    for (const {level, pulses: own} of kinds.filter(({level}) => level >= 0))
      expect(new Set(own.map((one) => one.level))).toEqual(new Set([level]));
    session.close();
  });
});
