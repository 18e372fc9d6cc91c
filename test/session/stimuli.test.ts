import {describe, expect, it} from "vitest";
import {standardColumns} from "../../lib/session/stimulus/stimulus-columns.js";
import {standardStimulusNames} from "../../lib/session/stimulus/stimulus-names.js";
import {parseStimulusValue} from "../../lib/session/stimulus/stimulus-value.js";
import {openSmallSession} from "./small-session.js";

const spikes = {1: [0.5]};
const NAN = Number.NaN;

describe("names of stimuli", () => {
  it.each([
    ["", "spontaneous"],
    ["flash_250ms", "flashes"],
    ["gabor_20_deg_250ms", "gabors"],
    ["Natural Images", "natural_scenes"],
    ["contrast_response", "drifting_gratings_contrast"],
    ["motion_stimulus", "dot_motion"],
    ["natural_movie_1", "natural_movie_one"],
    ["natural_movie_4", "natural_movie_four"],
    ["natural_movie_5_more_repeats", "natural_movie_five_more_repeats"],
    ["natural_movie_1_more_repeats", "natural_movie_one_more_repeats"],
    ["drifting_gratings", "drifting_gratings"],
    ["something new", "something new"]
  ])("%j is called %s", (name, expected) => {
    expect(standardStimulusNames([name])).toEqual([expected]);
  });

  it("give a shuffled movie the number of the only movie", () => {
    const names = ["natural_movie_four_more_repeats", "natural_movie_four", "natural_movie_shuffled"];
    expect(standardStimulusNames(names)).toEqual([...names.slice(0, 2), "natural_movie_four_shuffled"]);
    expect(() => standardStimulusNames(["natural_movie_shuffled"])).toThrow(/one natural movie.*found none/);
    expect(() => standardStimulusNames(["natural_movie_1", "natural_movie_3", "natural_movie_shuffled"])).toThrow(
      /one, three/
    );
  });
});

describe("columns of presentations", () => {
  const merge = (columns: Record<string, (number | string)[]>) =>
    Object.fromEntries(standardColumns({length: 3, columns: new Map(Object.entries(columns))}));

  it("that differ only by case become one where they do not contradict each other", () => {
    expect(merge({a: [1, 2, NAN], A: [NAN, NAN, 3]})).toEqual({a: [1, 2, 3]});
    expect(merge({bar: [1, NAN, NAN], Bar: [2, NAN, NAN]})).toEqual({
      bar: [1, "null", "null"],
      Bar: [2, "null", "null"]
    });
    expect(merge({bar: [1, NAN, NAN], Bar: [2, NAN, NAN], BAR: [NAN, NAN, 3]})).toEqual({
      bar: [1, "null", 3],
      Bar: [2, "null", "null"]
    });
  });

  it("have AllenSDK's names", () => {
    expect(
      Object.keys(merge({Ori: [1], TF: [1], SF: [1], Pos_x: [1], Image: [1], Dir: [1], stimulus_index: [1]}))
    ).toEqual(["orientation", "temporal_frequency", "spatial_frequency", "x_position", "frame", "Dir"]);
  });
});

describe("values of parameters", () => {
  it.each([
    ["0.08", 0.08],
    ["-1", -1],
    ["1e-3", 0.001],
    ["[250.0, 250.0]", [250, 250]],
    ["[3644.93333333, 3644.93333333]", [3644.93333333, 3644.93333333]],
    ["null", null],
    ["None", "None"],
    ["circle", "circle"],
    ["[]", "[]"],
    ["[a, b]", "[a, b]"],
    [0.08, 0.08],
    [true, true]
  ])("%j is read as %j", (text, expected) => {
    expect(parseStimulusValue(text)).toEqual(expected);
  });
});

describe("presentations", () => {
  it("of all tables are sorted by start, and numbered so", async () => {
    const session = await openSmallSession({
      presentations: {
        gabors: {start_time: [4, 0], stop_time: [5, 1], stimulus_name: ["gabors", "gabors"], orientation: [90, 45]},
        movie: {start_time: [2], stop_time: [3], stimulus_name: ["movie"], frame: [7]}
      },
      spikes
    });
    const table = await session.stimulusPresentations();
    const column = (name: string) => Array.from(table.array(name) as ArrayLike<unknown>);
    expect(column("stimulus_presentation_id")).toEqual([0, 1, 2]);
    expect(column("start_time")).toEqual([0, 2, 4]);
    expect(column("orientation")).toEqual([45, null, 90]);
    expect(column("frame")).toEqual([null, 7, null]);
    expect(await session.stimulusNames()).toEqual(["gabors", "movie"]);
    session.close();
  });

  it("keep colours that are numbers apart from those that are lists", async () => {
    const session = await openSmallSession({
      presentations: {
        flashes: {
          start_time: [0, 1, 2],
          stop_time: [1, 2, 3],
          stimulus_name: ["f", "f", "f"],
          color: ["1.0", "-1.0", "[1.0, 1.0, 1.0]"]
        },
        other: {start_time: [3], stop_time: [4], stimulus_name: ["o"]}
      },
      spikes
    });
    const conditions = await session.stimulusConditions();
    expect(Array.from(conditions.array("color") as unknown[])).toEqual([1, -1, null, null]);
    expect(Array.from(conditions.array("color_triplet") as unknown[])).toEqual([null, null, [1, 1, 1], null]);
    session.close();
  });

  // What AllenSDK 2.16.2 takes for a triplet, and what it evaluates.
  it.each<[string, unknown, unknown]>([
    ["[1.0,-1.0, 10., -42.12, -.1]", null, [1, -1, 10, -42.12, -0.1]],
    ["[1.0]", null, [1]],
    ["[0.5,.5]", null, [0.5, 0.5]],
    ["[1, 0, 0]", [1, 0, 0], null],
    ["[1.0, 0, 0]", [1, 0, 0], null],
    ["[+1.0, 0.0]", [1, 0], null],
    ["[1.0e0, 0.0]", [1, 0], null],
    ["[ 1.0, 0.0]", [1, 0], null],
    ["-1.0", -1, null],
    ["", null, null]
  ])("have the colour %j as AllenSDK's color %j and color_triplet %j", async (text, color, triplet) => {
    const session = await openSmallSession({
      presentations: {
        s: {start_time: [0, 1], stop_time: [1, 2], stimulus_name: ["s", "s"], color: [text, "[1.0, 1.0]"]}
      },
      spikes
    });
    const conditions = await session.stimulusConditions();
    expect(conditions.get("color", 0)).toEqual(color);
    expect(conditions.get("color_triplet", 0)).toEqual(triplet);
    session.close();
  });

  it("that differ as text but not as numbers are different conditions, as in AllenSDK", async () => {
    const session = await openSmallSession({
      presentations: {
        a: {start_time: [0], stop_time: [1], stimulus_name: ["x"], spatial_frequency: ["0.08"]},
        b: {start_time: [1], stop_time: [2], stimulus_name: ["x"], spatial_frequency: [0.08]}
      },
      spikes
    });
    const table = await session.stimulusPresentations();
    expect(Array.from(table.array("stimulus_condition_id") as Int32Array)).toEqual([0, 1]);
    expect(Array.from(table.array("spatial_frequency") as number[])).toEqual([0.08, 0.08]);
    expect((await session.stimulusParameterValues()).spatial_frequency).toEqual([0.08]);
    session.close();
  });

  it("without a value in a mixed column have none: N/A is null", async () => {
    const session = await openSmallSession({
      presentations: {a: {start_time: [0, 1], stop_time: [1, 2], stimulus_name: ["x", "x"], phase: ["0.25", "N/A"]}},
      spikes
    });
    expect(Array.from((await session.stimulusPresentations()).array("phase") as unknown[])).toEqual([0.25, null]);
    session.close();
  });

  it("of a session without any are none", async () => {
    const session = await openSmallSession({presentations: {}, spikes});
    expect((await session.stimulusPresentations()).numRows()).toBe(0);
    expect(await session.stimulusNames()).toEqual([]);
    expect((await session.stimulusEpochs()).numRows()).toBe(0);
    expect(await session.stimulusParameterValues()).toEqual({});
    expect((await session.presentationwiseSpikeTimes()).numRows()).toBe(0);
    session.close();
  });
});
