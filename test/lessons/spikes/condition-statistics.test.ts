import {from} from "arquero";
import {describe, expect, it} from "vitest";
import {
  enoughPresentations,
  mostDrivenUnit,
  presentedStimulus,
  repeatsOf,
  unitByCondition
} from "../../../lib/lessons/spikes/index.js";
import {goldenSessions, openGolden} from "../../parity/golden.js";

const unit = (unit_id: number) => ({
  unit_id,
  ecephys_structure_acronym: "VISp",
  probe_vertical_position: 0,
  probe_description: "probeA"
});
const statistics = (rows: [unit: number, condition: number, n: number, mean: number, sem?: number][]) =>
  from(
    rows.map(([unit_id, stimulus_condition_id, n, spike_mean, spike_sem = 0.25]) => ({
      unit_id,
      stimulus_condition_id,
      stimulus_presentation_count: n,
      spike_mean,
      spike_std: spike_sem * Math.sqrt(n),
      spike_sem
    }))
  );

describe("how often a condition has to have been presented", () => {
  it("is five times, as in the tutorial", () => {
    expect(
      enoughPresentations(
        statistics([
          [1, 1, 15, 0],
          [1, 2, 75, 0]
        ])
      )
    ).toBe(5);
  });

  it("is as often as any was, where none was so often", () => {
    expect(
      enoughPresentations(
        statistics([
          [1, 1, 2, 0],
          [1, 2, 3, 0]
        ])
      )
    ).toBe(3);
    expect(enoughPresentations(statistics([]))).toBe(1);
  });
});

describe("the unit that is driven most", () => {
  const rows = statistics([
    [1, 1, 5, 40],
    [1, 2, 5, 40],
    [2, 1, 5, 0],
    [2, 2, 5, 8],
    [3, 1, 5, 0],
    [3, 2, 5, 1],
    [3, 3, 2, 90]
  ]);

  it("is one that fires in one condition alone, not one that fires always", () => {
    expect(mostDrivenUnit([unit(1), unit(2), unit(3)], rows, 5)?.unit_id).toBe(2);
  });

  it("may be another where conditions that were seldom presented count", () => {
    expect(mostDrivenUnit([unit(1), unit(2), unit(3)], rows, 2)?.unit_id).toBe(3);
  });

  it("is none without units or presentations", () => {
    expect(mostDrivenUnit([], statistics([]), 1)).toBeUndefined();
  });
});

describe("a unit in each condition", () => {
  const conditions = [
    {stimulus_condition_id: 1, orientation: 0, temporal_frequency: 1},
    {stimulus_condition_id: 2, orientation: 90, temporal_frequency: 1},
    {stimulus_condition_id: 3, orientation: null, temporal_frequency: null}
  ];
  const presented = {stimulus: "drifting_gratings", conditions, varying: ["orientation", "temporal_frequency"]};
  const rows = statistics([
    [1, 1, 15, 2],
    [1, 2, 14, 7.5, 0.5],
    [1, 3, 30, 9, 0.125],
    [2, 1, 15, 99]
  ]);

  it("has its own means alone, and the strongest of them is named, also where a grid does not draw it", () => {
    const {data, caption} = unitByCondition(rows, unit(1), {...presented, enough: 5});
    expect(data?.[0].map(({value}) => value)).toEqual([2, 7.5, 9]);
    expect(caption).toBe(
      "Unit 1 in VISp, 2 conditions of drifting_gratings, n = 14 to 15 presentations each. Not drawn, because without these parameters: blank, 9.00 ± 0.13 (SEM, n = 30). Of conditions shown at least 5 times, the strongest is blank, with 9.00 ± 0.13 (SEM, n = 30)."
    );
  });

  it("is not called strongest in a condition that was presented too seldom", () => {
    const {caption} = unitByCondition(rows, unit(1), {...presented, enough: 15});
    expect(caption).not.toContain("strongest is orientation 90°");
    expect(unitByCondition(rows, unit(2), {...presented, enough: 16}).caption).toBe("");
  });

  it("of a stimulus of one condition, presented once, has no error", () => {
    const once = statistics([[1, 1, 1, 3, Number.NaN]]);
    const {caption} = unitByCondition(once, unit(1), {stimulus: "spontaneous", conditions, varying: [], enough: 1});
    expect(caption).toBe(
      "Unit 1 in VISp, 1 condition of spontaneous, n = 1 presentations each. It is the only condition, with 3.00 (n = 1)."
    );
  });

  it("is averaged over parameters that a grid does not show, and says so", () => {
    const varying = [...presented.varying, "contrast"];
    const {caption} = unitByCondition(rows, unit(1), {...presented, varying, enough: 5});
    expect(caption).toContain("of drifting_gratings, averaged over contrast, n =");
  });

  it("is nothing without a unit, or without presentations", () => {
    expect(unitByCondition(rows, null, {...presented, enough: 5}).empty).toContain("Choose another stimulus");
    expect(unitByCondition(statistics([]), unit(1), {...presented, enough: 5})).toHaveProperty("empty");
  });
});

describe.each(goldenSessions)("the strongest condition of a unit, in $name", (golden) => {
  it("has the largest of the means of its spikes, counted one by one", async () => {
    const session = await openGolden(golden);
    const presented = await presentedStimulus(session, "drifting_gratings");
    const ids = presented.presentations.map((row) => row.stimulus_presentation_id);
    const [[id, train]] = await session.spikeTimes();
    const statistics = await session.conditionwiseSpikeStatistics(ids, [id]);
    const enough = enoughPresentations(statistics);
    const means = presented.conditions.flatMap((condition) => {
      const {repeats} = repeatsOf(presented, condition);
      if (repeats.length < enough) return [];
      const counts = repeats.map(({start_time: start, stop_time: stop}) => {
        return train.filter((time) => time > start && time <= stop).length;
      });
      return [counts.reduce((sum, count) => sum + count) / counts.length];
    });
    const {caption} = unitByCondition(statistics, unit(id), {...presented, enough});
    expect(means.length).toBeGreaterThan(1);
    expect(caption.split(", with ").at(-1)).toMatch(new RegExp(`^${Math.max(...means).toFixed(2)} `));
    session.close();
  });
});
