import {describe, expect, it} from "vitest";
import {DataArray} from "../../../lib/index.js";
import {
  channelRows,
  largeMagnitude,
  lfpImage,
  lfpTrace,
  shownLfp,
  structureRuns,
  suggestedChannel
} from "../../../lib/lessons/lfp/index.js";
import {loadGolden} from "../../parity/golden.js";
import {openMiniSession} from "../mini-session.js";

type Channel = {id: number; probe_vertical_position: number};

const channels = new Map(
  [
    {id: 7, probe_vertical_position: 20, ecephys_structure_acronym: "CA1"},
    {id: 8, probe_vertical_position: 60, ecephys_structure_acronym: "VISp"},
    {id: 9, probe_vertical_position: 100, structure_acronym: "VISp"},
    {id: 10, probe_vertical_position: 140, ecephys_structure_acronym: null}
  ].map((channel) => [channel.id, channel])
);
const rows = channelRows([7, 8, 9, 10], channels);
const lfp = new DataArray({
  name: "LFP",
  dims: ["time", "channel"],
  coords: {time: [100, 101, 102], channel: [7, 8, 9, 10, 99]},
  values: Float32Array.from({length: 15}, (_, i) => (i === 0 ? Number.NaN : i * 1e-6))
});
const window = {index: 0, start: 100, stop: 104, name: "", origin: 100.5};
const flashes = [
  {start_time: 50, stop_time: 50.25},
  {start_time: 100.5, stop_time: 100.75},
  {start_time: 103, stop_time: 103.25}
];
const shown = shownLfp(lfp, {rows, window, flashes});

describe("the channels of a probe", () => {
  it("have the area of the project's tables, or else the file's", () => {
    expect(rows.map(({acronym}) => acronym)).toEqual(["CA1", "VISp", "VISp", null]);
    expect(rows.map(({choice}) => choice)).toContain("10 (no area, 140 µm)");
  });

  it("are suggested from the middle of the visual cortex", () => {
    expect(suggestedChannel(rows)?.id).toBe(9);
    expect(suggestedChannel(rows.slice(0, 1))).toBeUndefined();
    expect(suggestedChannel([])).toBeUndefined();
  });
});

describe("LFP as figures take it", () => {
  it("is in microvolts, channel by channel, without channels that the session does not have", () => {
    expect(Array.from(shown!.microvolts, Math.round)).toEqual([Number.NaN, 5, 10, 1, 6, 11, 2, 7, 12, 3, 8, 13]);
  });

  it("counts its time and that of the flashes in it from the first flash", () => {
    expect(Array.from(shown!.times)).toEqual([-0.5, 0.5, 1.5]);
    expect(shown!.stimuli).toEqual([{stimulus_name: "flashes", start: 0, stop: 0.25}]);
    expect(shown!.timeLabel).toBe("time from the first flash (s)");
  });

  it("counts time on the clock of the session elsewhere", () => {
    const elsewhere = shownLfp(lfp, {rows, window: {...window, origin: 0}, flashes: []});
    expect(Array.from(elsewhere!.times)).toEqual([100, 101, 102]);
    expect(elsewhere!.timeLabel).toBe("time in the session (s)");
  });

  it("of a session's file begins with the voltages that AllenSDK gives, in microvolts", async () => {
    const session = await openMiniSession();
    const [{id}] = (await session.probes()).objects() as {id: number}[];
    const known = new Map(((await session.channels()).objects() as Channel[]).map((row) => [row.id, row]));
    const file = await session.lfp(id, {maskInvalidIntervals: false});
    const inFile = Array.from(file.coords.channel as ArrayLike<number>);
    const ids = inFile.filter((channel) => known.has(channel));
    const all = shownLfp(file, {rows: channelRows(ids, known), window: {...window, origin: 0}, flashes: []})!;
    const {shape, first} = loadGolden({golden: "test/fixtures/mini/golden"}, "lfp")[id].unmasked;
    expect(all.times).toHaveLength(shape[0]);
    const recorded = ids.flatMap((channel, row) => {
      const volts = first[inFile.indexOf(channel)];
      return volts === undefined ? [] : [{microvolts: all.microvolts[row * shape[0]], expected: 1e6 * volts}];
    });
    expect(recorded.length).toBeGreaterThan(2);
    for (const {microvolts, expected} of recorded) expect(microvolts).toBeCloseTo(expected, 4);
    session.close();
  });

  it("is none without a window", () => {
    expect(shownLfp(undefined, {rows: [], window: null, flashes})).toBeNull();
  });
});

describe("the scale of the image", () => {
  it("ends where half a percent of the magnitudes lie beyond it, missing samples not counted", () => {
    const values = Float32Array.from({length: 1002}, (_, i) => (i > 1000 ? Number.NaN : (i % 2 ? -1 : 1) * i * 1e-6));
    const ramp = new DataArray({name: "LFP", dims: ["time"], coords: {time: Array.from(values, (_, i) => i)}, values});
    expect(largeMagnitude(ramp)).toBeCloseTo(995, 3);
  });

  it("has an end even of a silent recording, or of none", () => {
    const silent = new DataArray({name: "LFP", dims: ["time"], coords: {time: [0, 1]}, values: new Float32Array(2)});
    expect(largeMagnitude(silent)).toBe(1);
    expect(largeMagnitude(null)).toBe(1);
  });
});

describe("figures of the LFP", () => {
  const context = {
    probe: "probeA",
    time: [100, 102] as [number, number],
    held: [100, 104] as [number, number],
    limit: 9
  };

  it("along a probe say how many channels and samples they have, and where the scale ends", () => {
    expect(lfpImage(shown, context).caption).toBe(
      "probeA: 4 channels by 3 samples, from 100.00 to 102.00 s of the session. The scale ends at the 99.5th percentile of the magnitudes of all 4.0 s of the window."
    );
  });

  it("on one channel have its samples alone", () => {
    const trace = lfpTrace(shown, {channel: rows[2], probe: "probeA"});
    expect("data" in trace && Array.from(trace.data[0].values, Math.round)).toEqual([2, 7, 12]);
    expect(trace.caption).toBe("Channel 9 in VISp, 100 µm from the tip of probeA: 3 samples of the same window.");
  });

  it("are none where there is no LFP, or no such channel", () => {
    const elsewhere = {...rows[0], id: 1234};
    for (const figure of [
      lfpImage(null, context),
      lfpTrace(null, {channel: rows[0], probe: "probeA"}),
      lfpTrace(shown, {channel: elsewhere, probe: "probeA"}),
      lfpTrace(shown, {channel: null, probe: "probeA"})
    ]) {
      expect(figure).toHaveProperty("empty", expect.stringContaining("no LFP of this probe"));
    }
  });
});

describe("areas along a list of channels", () => {
  it("begin where the one before ends, and cover the list", () => {
    expect(structureRuns({labels: ["CA1", "VISp", null], intervals: [0, 3, 8, 10]})).toEqual([
      {ecephys_structure_acronym: "CA1", from_channel: 0, to_channel: 2},
      {ecephys_structure_acronym: "VISp", from_channel: 3, to_channel: 7},
      {ecephys_structure_acronym: "no area", from_channel: 8, to_channel: 9}
    ]);
  });

  it("of no channels are none", () => {
    expect(structureRuns({labels: [], intervals: [0]})).toEqual([]);
  });
});
