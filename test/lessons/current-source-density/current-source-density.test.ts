import {dirname, join} from "node:path";
import {describe, expect, it} from "vitest";
import {smoothCurrentSourceDensity} from "../../../lib/analysis/lfp/index.js";
import {DataArray, EcephysSession, TaggedError} from "../../../lib/index.js";
import {
  densityRows,
  nullWithoutLfp,
  rawDensity,
  sinksInOrder,
  smoothedDensity
} from "../../../lib/lessons/current-source-density/index.js";
import {PROBES} from "../../../lib/sample/probes.js";
import {loadGolden} from "../../parity/golden.js";
import {sampleSession} from "../../sample/sample-session.js";
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

describe("the sinks of a flash, in the order of time", () => {
  /** A density of 60 virtual channels and 200 samples, 2 ms apart, with round sinks. */
  function withSinks(sinks: {row: number; sample: number; value: number}[]) {
    const values = new Float32Array(60 * 200);
    for (const {row, sample, value} of sinks)
      for (let i = 0; i < 60; i++)
        for (let k = 0; k < 200; k++)
          values[i * 200 + k] += value * Math.exp(-((i - row) ** 2) / 18 - (k - sample) ** 2 / 50);
    const coords = {
      virtual_channel_index: Array.from({length: 60}, (_, i) => i),
      time: Array.from({length: 200}, (_, k) => -0.1 + 0.002 * k),
      vertical_position: Array.from({length: 60}, (_, i) => 10 * i)
    };
    return new DataArray({name: "CSD", dims: ["virtual_channel_index", "time"], coords, values});
  }
  const cortex = Array.from({length: 60}, (_, i) => ({
    name: `${i}`,
    position: 10 * i,
    acronym: i < 50 ? "VISp" : "CA1"
  }));
  const found = (sinks: {row: number; sample: number; value: number}[]) =>
    sinksInOrder(withSinks(sinks), cortex).map(({position, time}) => [position, Math.round(1000 * time)]);

  it("are the local maxima of the visual cortex between the flash's onset and 200 ms", () => {
    const early = {row: 30, sample: 73, value: 10};
    const late = {row: 15, sample: 90, value: 5};
    expect(found([late, early])).toEqual([
      [300, 46],
      [150, 80]
    ]);
    expect(found([early, {...late, sample: 30}, {...late, row: 55}, {...late, sample: 180}])).toEqual([[300, 46]]);
  });

  it("are none of less than 30 % of the strongest, and no sources", () => {
    const strongest = {row: 30, sample: 73, value: 10};
    expect(found([strongest, {row: 12, sample: 90, value: 2.8}, {row: 12, sample: 100, value: -9}])).toEqual([
      [300, 46]
    ]);
    expect(found([])).toEqual([]);
  });

  it("of the synthetic session are those that were put into layers 4, 5 and 2/3, each in its place and at its time", async () => {
    const sample = await sampleSession();
    const lfpFile = (probeId: number) => join(dirname(sample.nwbPath), `probe_${probeId}_lfp.nwb`);
    const session = await EcephysSession.fromNwb(sample.nwbPath, {lfp: lfpFile, onWarning: () => {}});
    const allChannels = (await session.channels()).objects() as never;
    for (const {name, probe_id, lfp} of sample.truth.probes) {
      if (!lfp) continue;
      const surface = 20 * (Math.floor(PROBES.find((probe) => probe.name === name)!.surfaceChannel / 2) + 1);
      const file = await session.currentSourceDensity(probe_id);
      const sinks = sinksInOrder(smoothCurrentSourceDensity(file, 4), densityRows(file, allChannels, probe_id));
      expect(lfp.sinks.map(({layer}) => layer)).toEqual(["4", "5", "2/3"]);
      expect(sinks).toHaveLength(lfp.sinks.length);
      lfp.sinks.forEach(({depth, time}, i) => {
        expect(Math.abs(surface - sinks[i].position - depth)).toBeLessThanOrEqual(30);
        expect(Math.abs(sinks[i].time - time)).toBeLessThan(0.008);
      });
    }
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
