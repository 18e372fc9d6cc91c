import {from} from "arquero";
import {beforeAll, describe, expect, it} from "vitest";
import {
  type PresentedStimulus,
  parametersOf,
  presentedStimulus,
  repeatsHint,
  repeatsOf,
  unitsInCondition
} from "../../../lib/lessons/spikes/index.js";
import {openCachedSession} from "../../../lib/project/index.js";
import type {EcephysSession} from "../../../lib/session/index.js";

const directory = "test/fixtures/mini/ecephys-cache";

describe("the presentations of a stimulus in a session's file", () => {
  let session: EcephysSession;
  let presented: PresentedStimulus;
  beforeAll(async () => {
    session = await openCachedSession({directory, nwb: `${directory}/session_810000000/session_810000000.nwb`});
    presented = await presentedStimulus(session, "drifting_gratings");
    return () => session.close();
  });

  it("are all that were shown, each in one of its conditions", async () => {
    const all = (await session.stimulusPresentations()).objects() as {stimulus_name: string}[];
    expect(presented.presentations).toHaveLength(
      all.filter(({stimulus_name}) => stimulus_name === "drifting_gratings").length
    );
    const repeats = presented.conditions.map((condition) => repeatsOf(presented, condition).total);
    expect(repeats.reduce((sum, n) => sum + n)).toBe(presented.presentations.length);
    expect(Math.min(...repeats)).toBeGreaterThan(0);
  });

  it("have spikes, every one", () => {
    for (const condition of presented.conditions) {
      const {repeats, total} = repeatsOf(presented, condition);
      expect(presented.hasSpikes(condition)).toBe(true);
      expect(repeats).toHaveLength(total);
    }
  });

  it("begin with the first condition", () => {
    expect(presented.firstCondition?.stimulus_condition_id).toBe(presented.presentations[0].stimulus_condition_id);
    const starts = presented.presentations.map(({start_time}) => start_time);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  it("of a stimulus that was not shown are none", async () => {
    const none = await presentedStimulus(session, "dot_motion");
    expect(none).toMatchObject({presentations: [], conditions: [], varying: []});
    expect(none.firstCondition).toBeUndefined();
    expect(repeatsOf(none, null)).toEqual({repeats: [], total: 0});
  });
});

describe("the conditions of a stimulus", () => {
  const condition = (id: number, orientation: number | null, temporal_frequency: number | null) => ({
    stimulus_condition_id: id,
    stimulus_name: "drifting_gratings",
    orientation,
    temporal_frequency
  });
  const conditions = [condition(1, 90, 2), condition(2, null, null), condition(3, 0, 2), condition(4, 45, 1)];
  const shown = [1, 2, 3, 4, 1].map((stimulus_condition_id, i) => ({
    stimulus_presentation_id: 10 + i,
    stimulus_condition_id,
    start_time: i,
    stop_time: i + 1,
    duration: 1
  }));
  const held = (ids: number[]) =>
    presentedStimulus(
      {
        stimulusTable: async () => from(shown),
        stimulusConditions: async () => from(conditions),
        presentationsWithSpikes: async () => ids
      },
      "drifting_gratings"
    );
  const orderOf = ({conditions}: PresentedStimulus) => conditions.map((row) => row.stimulus_condition_id);

  it("stand in the order of the parameter with fewest values, then of the others, blanks last", async () => {
    const presented = await held([10, 11, 12, 13, 14]);
    expect(presented.varying).toEqual(["orientation", "temporal_frequency"]);
    expect(orderOf(presented)).toEqual([4, 3, 1, 2]);
  });

  it("stand first where the session holds spikes of them", async () => {
    const presented = await held([10, 11]);
    expect(orderOf(presented)).toEqual([1, 2, 4, 3]);
    expect(presented.conditions.map(presented.hasSpikes)).toEqual([true, true, false, false]);
  });

  it("may have spikes of some of their repeats only", async () => {
    const {repeats, total} = repeatsOf(await held([10, 11]), conditions[0]);
    expect(repeats.map((row) => row.stimulus_presentation_id)).toEqual([10]);
    expect(total).toBe(2);
  });

  it("are named in the line under a table", async () => {
    const presented = await held([10]);
    expect(unitsInCondition(conditions[0], presented)).toBe(
      "units in condition 1 (orientation 90°, temporal_frequency 2 Hz)"
    );
    expect(unitsInCondition(conditions[1], presented)).toBe("units in condition 2 (blank)");
    expect(unitsInCondition(null, presented)).toBe("units");
  });
});

describe("a presentation", () => {
  it("tells all that is known of it as text, null where a parameter does not apply", () => {
    const row = {
      stimulus_presentation_id: 1,
      stimulus_condition_id: 2,
      stimulus_name: "gabors",
      start_time: 3,
      stop_time: 4.5,
      duration: 1.5
    };
    expect(parametersOf({...row, phase: null, size: [250, 250]}).slice(5)).toEqual([
      ["duration", "1.5"],
      ["phase", "null"],
      ["size", "[250, 250]"]
    ]);
    expect(parametersOf(undefined)).toEqual([]);
  });

  it("is compared with its repeats where there are any, and with other conditions where there are none", () => {
    expect(repeatsHint(2)).toContain("the repeats of one condition");
    expect(repeatsHint(1)).toContain("through the conditions instead");
    expect(repeatsHint(0)).toBe(repeatsHint(1));
  });
});
