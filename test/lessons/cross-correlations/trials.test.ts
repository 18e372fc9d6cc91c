import {describe, expect, it} from "vitest";
import {
  conditionText,
  pulseIntervals,
  pulsesText,
  repeatedConditions,
  stretchText,
  trialChoices
} from "../../../lib/lessons/cross-correlations/index.js";

const table = (rows: object[]) => ({objects: () => rows});

describe("spikes around pulses of light", () => {
  const around = {before: 0.05, after: 0.1};
  const epochs = table([
    {start_time: 1, stop_time: 1.01},
    {start_time: 9.9, stop_time: 9.95},
    {start_time: 20, stop_time: 20.01}
  ]);

  it("are left out where their intervals reach into the stretch", () => {
    const intervals = pulseIntervals(epochs, around, [10, 20]);
    expect(intervals).toHaveLength(2);
    expect(intervals[0][0]).toBeCloseTo(9.85, 12);
    expect(intervals[0][1]).toBeCloseTo(10.05, 12);
    expect(pulsesText(intervals, around)).toBe("2 pulses, each from 50 ms before it to 100 ms after it");
  });

  it("are none in a stretch without pulses", () => {
    expect(pulsesText(pulseIntervals(epochs, around, [2, 9]), around)).toBe("this stretch of the session has none");
    expect(pulseIntervals(table([]), around, [0, 100])).toEqual([]);
  });
});

describe("the conditions that were repeated", () => {
  const presentations = (id: number, stimulus_name: string, times: number[]) =>
    times.map((start_time) => ({
      stimulus_condition_id: id,
      stimulus_name,
      start_time,
      stop_time: start_time + 0.25
    }));
  const conditions = table([
    {stimulus_condition_id: 1, stimulus_name: "flashes", color: -1},
    {stimulus_condition_id: 2, stimulus_name: "flashes", color: 1},
    {stimulus_condition_id: 3, stimulus_name: "natural_movie_one", frame: 1},
    {stimulus_condition_id: 4, stimulus_name: "spontaneous"},
    {stimulus_condition_id: 5, stimulus_name: "invalid_presentation"}
  ]);
  const six = [1, 2, 3, 4, 5, 6];
  const rows = [
    ...presentations(1, "flashes", [1, 2, 3, 4, 5]),
    ...presentations(2, "flashes", six),
    ...presentations(3, "natural_movie_one", six),
    ...presentations(4, "spontaneous", six),
    ...presentations(5, "invalid_presentation", six)
  ];

  it("are neither films, nor grey, nor invalid, and the most frequent comes first", () => {
    const found = repeatedConditions(table(rows), conditions, [0, 10]);
    expect(found.map(conditionText)).toEqual(["flashes: bright (color 1) (n = 6)", "flashes: dark (color −1) (n = 5)"]);
    expect(found[0]).toMatchObject({id: "2", onsets: six, duration: 0.25});
  });

  it("count only presentations that are wholly within the stretch, and need five of them", () => {
    const found = repeatedConditions(table(rows), conditions, [1, 6.1]);
    expect(found.map(({id, onsets}) => [id, onsets.length])).toEqual([
      ["1", 5],
      ["2", 5]
    ]);
    expect(repeatedConditions(table(rows), conditions, [1.5, 5])).toEqual([]);
  });

  it("are at most forty", () => {
    const many = Array.from({length: 50}, (_, id) => id);
    const found = repeatedConditions(
      table(many.flatMap((id) => presentations(id, "gabors", six))),
      table(many.map((id) => ({stimulus_condition_id: id, stimulus_name: "gabors", x_position: id}))),
      [0, 10]
    );
    expect(found).toHaveLength(40);
  });

  it("are asked for only by the shift predictor", async () => {
    let asked = 0;
    const session = {
      stimulusPresentations: async () => {
        ++asked;
        return table(rows);
      },
      stimulusConditions: async () => conditions
    };
    const [none] = await trialChoices("jitter", session, [0, 10]);
    expect(conditionText(none)).toBe("needed for the shift predictor only");
    expect(asked).toBe(0);
    expect(await trialChoices("shift", session, [0, 10])).toHaveLength(2);
  });
});

it("the stretch of time is named in seconds and in minutes", () => {
  expect(stretchText([60, 960])).toBe("from 60.0 to 960.0 s of the session, 15.0 minutes, the same for all probes");
});
