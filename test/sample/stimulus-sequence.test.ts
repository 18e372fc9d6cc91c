import {beforeAll, describe, expect, it} from "vitest";
import {column, type Row, type SampleSession, sampleSession} from "./sample-session.js";
import {groupBy} from "./statistics.js";

describe("the sample's stimuli", () => {
  let session: SampleSession;
  let all: (Row & {name: string})[];
  const names = [
    ...["drifting_gratings", "flashes", "gabors", "natural_movie_one", "natural_movie_three", "natural_scenes"],
    ...["spontaneous", "static_gratings"]
  ];

  beforeAll(async () => {
    session = await sampleSession();
    all = names
      .flatMap((name) => session.presentations(name).map((row) => ({...row, name})))
      .sort((a, b) => a.start_time - b.start_time);
  });

  it("are the eight classes of brain_observatory_1.1, in some twenty minutes", () => {
    const tables = session.file.paths().filter((path) => /^\/?intervals\/\w+_presentations$/.test(path));
    expect(tables.map((path) => path.replace(/^\/?intervals\/(\w+)_presentations$/, "$1")).sort()).toEqual(names);
    const minutes = (all[all.length - 1].stop_time - all[0].start_time) / 60;
    expect(minutes).toBeGreaterThan(18);
    expect(minutes).toBeLessThan(25);
  });

  it("do not overlap, and their number in time is the entry of the time series that they point to", () => {
    for (let i = 1; i < all.length; i++) expect(all[i].start_time).toBeGreaterThanOrEqual(all[i - 1].stop_time);
    const starts = column(session.file, "/processing/stimulus/timestamps/timestamps");
    expect(starts).toEqual(all.map((row) => row.start_time));
  });

  it("repeat every condition equally often in a class", () => {
    const repeats = (name: string, ...parameters: string[]) => {
      const rows = session.presentations(name).filter((row) => !Number.isNaN(row.orientation as number));
      const groups = groupBy(rows, (row) => parameters.map((parameter) => row[parameter]).join(" "));
      return [groups.size, ...new Set([...groups.values()].map(({length}) => length))];
    };
    expect(repeats("gabors", "x_position", "y_position", "orientation")).toEqual([243, 3]);
    expect(repeats("flashes", "color")).toEqual([2, 32]);
    expect(repeats("drifting_gratings", "orientation", "temporal_frequency")).toEqual([40, 5]);
    expect(repeats("static_gratings", "orientation", "spatial_frequency", "phase")).toEqual([120, 3]);
    expect(repeats("natural_scenes", "frame")).toEqual([119, 4]);
    expect(repeats("natural_movie_one", "frame")).toEqual([300, 4]);
    expect(repeats("natural_movie_three", "frame")).toEqual([360, 3]);
  });

  it("last as long as in the experiment, but never a round number of seconds", () => {
    const nominal = {
      gabors: 0.25,
      flashes: 0.25,
      drifting_gratings: 2,
      natural_scenes: 0.25,
      natural_movie_one: 1 / 30
    };
    for (const [name, seconds] of Object.entries(nominal)) {
      const durations = session.presentations(name).map((row) => row.stop_time - row.start_time);
      for (const duration of durations) expect(Math.abs(duration - seconds)).toBeLessThan(0.004);
      expect(new Set(durations).size).toBeGreaterThan(durations.length / 2);
    }
  });

  it("come in blocks of one class, numbered in time, with grey screen between them", () => {
    const shown = all.filter(({name}) => name !== "spontaneous");
    const blocks = [...groupBy(shown, (row) => row.stimulus_block).entries()];
    expect(blocks.map(([block]) => block)).toEqual(blocks.map((_, i) => i));
    blocks.forEach(([, rows], i) => {
      expect(new Set(rows.map(({name}) => name)).size).toBe(1);
      if (i > 0) expect(all[all.indexOf(rows[0]) - 1].name).toBe("spontaneous");
    });
    expect(blocks.filter(([, [row]]) => row.name === "drifting_gratings")).toHaveLength(2);
  });

  it("write numbers and texts as the published tables do", () => {
    const row = (name: string) => session.presentations(name)[0];
    expect(row("gabors")).toMatchObject({
      spatial_frequency: "0.08",
      size: "[20.0, 20.0]",
      mask: "circle",
      units: "deg"
    });
    expect(row("flashes")).toMatchObject({spatial_frequency: "[0.0, 0.0]", phase: "[0.0, 0.0]", orientation: 0});
    expect(new Set(session.presentations("flashes").map(({color}) => color))).toEqual(new Set(["1.0", "-1.0"]));
    expect(row("drifting_gratings")).toMatchObject({spatial_frequency: "0.04", color: "[1.0, 1.0, 1.0]", opacity: 1});
    const gratings = session.presentations("static_gratings");
    expect(new Set(gratings.map(({phase}) => phase))).toEqual(new Set(["0.0", "0.25", "0.5", "0.75", "N/A"]));
    expect(gratings.filter(({phase}) => phase === "N/A").every(({orientation}) => Number.isNaN(orientation))).toBe(
      true
    );
    expect(Object.keys(row("natural_scenes")).sort()).toEqual([
      "frame",
      "id",
      "start_time",
      "stimulus_block",
      "stimulus_index",
      "stimulus_name",
      "stop_time"
    ]);
    expect(Object.keys(row("spontaneous")).sort()).toEqual(["id", "start_time", "stimulus_name", "stop_time"]);
    expect(row("natural_movie_one")).toMatchObject({units: "pix", contrast: 1, frame: 0, orientation: 0});
  });
});
