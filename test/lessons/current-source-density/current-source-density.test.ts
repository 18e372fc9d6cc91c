import {describe, expect, it} from "vitest";
import {smoothCurrentSourceDensity} from "../../../lib/analysis/lfp/index.js";
import {DataArray, TaggedError} from "../../../lib/index.js";
import {
  densityRows,
  nullWithoutLfp,
  rawDensity,
  smoothedDensity
} from "../../../lib/lessons/current-source-density/index.js";
import {loadGolden} from "../../parity/golden.js";
import {openMiniSession} from "../mini-session.js";

const density = (values: number[]) =>
  new DataArray({
    name: "CSD",
    dims: ["virtual_channel_index", "time"],
    coords: {virtual_channel_index: [0, 1, 2], time: [-0.01, 0.03, 0.05], vertical_position: [0, 10, 20]},
    values: Float32Array.from(values)
  });
const csd = density([900, 800, 0, 700, 3, 5, 0, 4, -600]);
const channels = [
  {probe_id: 1, probe_vertical_position: 18, structure_acronym: "VISl"},
  {probe_id: 1, probe_vertical_position: 2, ecephys_structure_acronym: "CA1"},
  {probe_id: 1, probe_vertical_position: 9, ecephys_structure_acronym: "VISp"},
  {probe_id: 2, probe_vertical_position: 10, ecephys_structure_acronym: "LGd"}
];
const rows = densityRows(csd, channels, 1);

describe("virtual channels", () => {
  it("lie in the area of the channel of their own probe that is nearest", () => {
    expect(rows.map(({position, acronym}) => [position, acronym])).toEqual([
      [0, "CA1"],
      [10, "VISp"],
      [20, "VISl"]
    ]);
  });

  it("are in no area on a probe of which no channel is known", () => {
    expect(densityRows(csd, channels, 77).map(({acronym}) => acronym)).toEqual([null, null, null]);
  });

  it("are none without a density", () => {
    expect(densityRows(null, channels, 1)).toEqual([]);
  });
});

describe("the density as the file has it", () => {
  it("says how much it is of, and where its scale ends", () => {
    expect(rawDensity(csd, {rows, probe: "probeA"}).caption).toBe(
      "probeA, 3 virtual channels by 3 samples. The scale is symmetric about zero and ends at the 99.8th percentile of the magnitudes."
    );
  });

  it("of a session's file has a scale that one value in five hundred is beyond", async () => {
    const session = await openMiniSession();
    const [{id}] = (await session.probes()).objects() as {id: number}[];
    const file = await session.currentSourceDensity(id);
    const own = densityRows(file, (await session.channels()).objects() as never, id);
    const raw = rawDensity(file, {rows: own, probe: "probeA"});
    const limit = "options" in raw ? raw.options.limit : 0;
    const beyond = Array.from(file.values).filter((value) => Math.abs(value) > limit).length;
    expect(beyond).toBe(Math.floor(0.002 * file.values.length) + 1);
    expect(own).toHaveLength(file.shape[0]);
    session.close();
  });
});

describe("the strongest sink", () => {
  const words = (values: number[]) =>
    smoothedDensity(csd, density(values), {rows, probe: "probeA", sigma: 4}).caption.split("percentile.")[1];

  it("is the largest value after onset in the visual cortex, not before it nor elsewhere", () => {
    expect(words([900, 800, 0, 700, 3, 5, 0, 4, -600])).toBe(
      " The strongest sink of the visual cortex lies 10 µm from the tip, in VISp, 50 ms after onset."
    );
    expect(words([900, 800, 0, 700, 3, 5, 0, 6, -600])).toContain("lies 20 µm from the tip, in VISl, 30 ms");
  });

  it("is a sink even where the density has sources alone: the weakest of them", () => {
    expect(words([0, 0, 0, 0, -3, -2, 0, -4, -5])).toContain("in VISp, 50 ms");
  });

  it("is not named of a probe that did not pass the visual cortex", () => {
    const elsewhere = rows.map((row) => ({...row, acronym: "CA1"}));
    const smoothed = smoothedDensity(csd, csd, {rows: elsewhere, probe: "probeA", sigma: 0});
    expect(smoothed.caption).toMatch(/percentile\.$/);
  });

  it("of a session's file lies where the tutorial's smoothed density is largest in the visual cortex", async () => {
    const session = await openMiniSession();
    const [{id}] = (await session.probes()).objects() as {id: number}[];
    const file = await session.currentSourceDensity(id);
    const {argmax} = loadGolden({golden: "test/fixtures/mini/golden"}, "analysis_csd_smoothed")[id];
    // All of the probe counts as cortex, so that the recorded place of the maximum can be compared.
    const own = densityRows(file, [{probe_id: id, probe_vertical_position: 0, structure_acronym: "VISp"}], id);
    const smoothed = smoothCurrentSourceDensity(file, 4);
    const caption = smoothedDensity(file, smoothed, {rows: own, probe: "probeA", sigma: 4}).caption;
    const [position, time] = [file.coords.vertical_position[argmax[0]], file.coords.time[argmax[1]]] as number[];
    expect(caption).toContain(`lies ${position} µm from the tip, in VISp, ${(1000 * time).toFixed(0)} ms`);
    session.close();
  });
});

describe("a probe without density", () => {
  it("has no figures, and one that is not smoothed yet has the first alone", () => {
    const context = {rows, probe: "probeA", sigma: 4};
    expect(rawDensity(null, context)).toHaveProperty("empty", expect.stringContaining("no current source density"));
    expect(smoothedDensity(null, null, context)).toHaveProperty("empty", expect.stringContaining("Open a session"));
    expect(smoothedDensity(csd, undefined, context)).toHaveProperty("empty", "Smoothing…");
  });

  it("is told by the error that it has no LFP; other errors go on", async () => {
    const session = await openMiniSession();
    const without = (await session.probes()).objects().find((row) => !(row as {has_lfp_data: boolean}).has_lfp_data);
    expect(await session.currentSourceDensity((without as {id: number}).id).catch(nullWithoutLfp)).toBeNull();
    await expect(session.currentSourceDensity(-1).catch(nullWithoutLfp)).rejects.toBeInstanceOf(TaggedError);
    session.close();
  });
});
