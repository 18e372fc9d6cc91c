import type {ColumnTable} from "arquero";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {columnValues, type DataArray, EcephysSession, encodeTable, type SnapshotFiles} from "../../lib/index.js";
import {contentsSnapshot} from "../../lib/snapshot-makers/contents.js";
import {currentSourceDensitySnapshot} from "../../lib/snapshot-makers/current-source-density.js";
import {eyeSamplesSnapshot} from "../../lib/snapshot-makers/eye-samples.js";
import {lfpSnapshot} from "../../lib/snapshot-makers/lfp.js";
import {lfpOverviewSnapshot} from "../../lib/snapshot-makers/lfp-overview.js";
import {CHANNELS_AROUND_PEAK, meanWaveformsSnapshot} from "../../lib/snapshot-makers/mean-waveforms.js";
import {metadataSnapshot} from "../../lib/snapshot-makers/metadata.js";
import {overviewSnapshot} from "../../lib/snapshot-makers/overview.js";
import {spikeEndsSnapshot} from "../../lib/snapshot-makers/spike-ends.js";
import {MOST_SAMPLES, timeSeriesPartSnapshot, timeSeriesSnapshot} from "../../lib/snapshot-makers/time-series.js";
import {goldenSessions, openGolden} from "../parity/golden.js";
import {openSmallSession} from "../session/small-session.js";

const LFP_PROBE = 810000213;

let nwb: EcephysSession;
let snapshot: EcephysSession;

async function snapshotsOf(session: EcephysSession): Promise<SnapshotFiles> {
  const {ecephysSessionId: sessionId, sessionStartTime} = session;
  const metadata = {sessionId, sessionStartTime, source: "s.nwb", sourceDigest: "00", codeVersion: "0"};
  const encode = ({table, details}: {table: ColumnTable; details?: unknown}) =>
    encodeTable(table, {...metadata, details});
  return {
    units: encode({table: await session.units()}),
    metadata: encode(await metadataSnapshot(session)),
    optogeneticStimulation: encode({table: await session.optogeneticStimulationEpochs()}),
    runningSpeed: encode(await timeSeriesSnapshot(session, "runningSpeed")),
    rawRunningData: encode(await timeSeriesSnapshot(session, "rawRunningData")),
    pupilData: encode(await timeSeriesSnapshot(session, "pupilData")),
    screenGazeData: encode(await timeSeriesSnapshot(session, "screenGazeData"))
  };
}

beforeAll(async () => {
  nwb = await openGolden(goldenSessions[0]);
  const {ecephysSessionId: sessionId, sessionStartTime} = nwb;
  const metadata = {sessionId, sessionStartTime, source: "s.nwb", sourceDigest: "00", codeVersion: "0"};
  const waveforms = await meanWaveformsSnapshot(nwb);
  const lfp = await lfpSnapshot(nwb, "probeA");
  const csd = await currentSourceDensitySnapshot(nwb, "probeA");
  snapshot = await EcephysSession.fromSnapshot({
    ...(await snapshotsOf(nwb)),
    meanWaveforms: encodeTable(waveforms.table, metadata),
    lfp: encodeTable(lfp.table, {...metadata, details: lfp.details}),
    currentSourceDensity: encodeTable(csd.table, {...metadata, details: csd.details})
  });
});
afterAll(() => nwb.close());

const columnsOf = (table: ColumnTable | null) =>
  table?.columnNames().map((name) => [name, Array.from(columnValues(table, name))]);

const partsOf = ({dims, coords, values}: DataArray) => ({
  dims,
  coords: Object.fromEntries(Object.entries(coords).map(([name, labels]) => [name, Array.from(labels)])),
  values: Array.from(values)
});

describe("a session on snapshots gives what it gives on its file", () => {
  it("running, wheel, eye, gaze and light, where all samples fit in", async () => {
    expect(columnsOf(await snapshot.runningSpeed())).toEqual(columnsOf(await nwb.runningSpeed()));
    expect(columnsOf(await snapshot.rawRunningData())).toEqual(columnsOf(await nwb.rawRunningData()));
    expect(columnsOf(await snapshot.pupilData())).toEqual(columnsOf(await nwb.pupilData()));
    for (const includeFilteredData of [false, true]) {
      expect(columnsOf(await snapshot.screenGazeData({includeFilteredData}))).toEqual(
        columnsOf(await nwb.screenGazeData({includeFilteredData}))
      );
    }
    expect(columnsOf(await snapshot.optogeneticStimulationEpochs())).toEqual(
      columnsOf(await nwb.optogeneticStimulationEpochs())
    );
    expect(await snapshot.timeSpanOf("runningSpeed")).toBeNull();
  });

  it("a window of these, both ends included", async () => {
    const times = columnValues<number>(await nwb.runningSpeed(), "start_time");
    const time = [times[10], times[19]] as const;
    const window = await snapshot.runningSpeed({time});
    expect(window.numRows()).toBe(10);
    expect(columnsOf(window)).toEqual(columnsOf(await nwb.runningSpeed({time})));
  });

  it("the rig", async () => {
    const [own, other] = [await snapshot.rigMetadata(), await nwb.rigMetadata()];
    expect(own!.equipment).toBe(other!.equipment);
    expect(columnsOf(own!.geometry)).toEqual(columnsOf(other!.geometry));
  });

  it("LFP in the span it holds, masked and not", async () => {
    const time = await snapshot.lfpTimeSpan(LFP_PROBE);
    for (const maskInvalidIntervals of [true, false]) {
      const options = {time, maskInvalidIntervals};
      expect(partsOf(await snapshot.lfp(LFP_PROBE, options))).toEqual(partsOf(await nwb.lfp(LFP_PROBE, options)));
    }
  });

  it("current source density, in single precision", async () => {
    const [own, other] = [await snapshot.currentSourceDensity(LFP_PROBE), await nwb.currentSourceDensity(LFP_PROBE)];
    expect(partsOf(own)).toEqual({...partsOf(other), values: Array.from(Float32Array.from(other.values))});
  });

  it("mean waveforms on the channels around the peak, in single precision", async () => {
    const [own, other] = [await snapshot.meanWaveforms([950601236]), await nwb.meanWaveforms([950601236])];
    const [kept, whole] = [own.get(950601236)!, other.get(950601236)!];
    expect(kept.shape[0]).toBeLessThanOrEqual(2 * CHANNELS_AROUND_PEAK + 1);
    expect(Array.from(kept.coords.time)).toEqual(Array.from(whole.coords.time));
    for (const channel of Array.from(kept.coords.channel_id)) {
      const expected = Float32Array.from(whole.sel("channel_id", channel).values);
      expect(Array.from(kept.sel("channel_id", channel).values)).toEqual(Array.from(expected));
    }
    const units = (await nwb.units()).objects() as {unit_id: number; peak_channel_id: number}[];
    const {peak_channel_id} = units.find(({unit_id}) => unit_id === 950601236)!;
    expect(Array.from(kept.coords.channel_id)).toContain(peak_channel_id);
  });
});

describe("what a snapshot was cut to is said, not hidden", () => {
  it("more samples than it may hold: the first ones, and their span", async () => {
    const running = await timeSeriesSnapshot(manySamples(), "runningSpeed");
    expect(running.table.numRows()).toBe(MOST_SAMPLES);
    expect(running.details).toEqual({
      window: [0, MOST_SAMPLES - 1],
      samples: {kept: MOST_SAMPLES, total: MOST_SAMPLES + 5},
      present: true
    });
    const metadata = {sessionId: 1, sessionStartTime: "", source: "", sourceDigest: "", codeVersion: ""};
    const bytes = encodeTable(running.table, {...metadata, details: running.details});
    const session = await EcephysSession.fromSnapshot({runningSpeed: bytes});
    expect(await session.timeSpanOf("runningSpeed")).toEqual([0, MOST_SAMPLES - 1]);
    expect((await session.runningSpeed({time: [3, 5]})).numRows()).toBe(3);
    await expect(session.runningSpeed()).rejects.toMatchObject({tag: "not-in-snapshot"});
    await expect(session.runningSpeed({time: [0, MOST_SAMPLES]})).rejects.toMatchObject({tag: "not-in-snapshot"});
  });

  it("a series in parts: each follows the one before, and those beyond the last have no rows", async () => {
    const session = manySamples();
    const [first, second, third] = await Promise.all(
      [0, 1, 2].map((part) => timeSeriesPartSnapshot(session, "runningSpeed", part))
    );
    expect(first.details).toMatchObject({first: 0, partSize: MOST_SAMPLES, window: [0, MOST_SAMPLES - 1]});
    expect(second.details).toMatchObject({first: MOST_SAMPLES, samples: {kept: 5, total: MOST_SAMPLES + 5}});
    expect(columnsOf(second.table)![0][1]).toEqual([0, 1, 2, 3, 4].map((i) => MOST_SAMPLES + i));
    expect(third.details).toMatchObject({samples: {kept: 0}, window: null});
  });

  it("the eye over the session: the gaze table's own values, with the speed around the moment, over half a second, and its stimulus", async () => {
    const {table, details} = await eyeSamplesSnapshot(nwb);
    const gaze = (await nwb.screenGazeData())!;
    expect(details).toMatchObject({present: true, frames: gaze.numRows(), every: 1});
    expect(columnsOf(table.select("raw_pupil_area"))![0][1]).toEqual(
      Array.from(Float32Array.from(columnValues<number>(gaze, "raw_pupil_area")))
    );
    const running = (await nwb.runningSpeed()).objects() as {start_time: number; end_time: number; velocity: number}[];
    const epochs = (await nwb.stimulusEpochs()).objects() as {
      start_time: number;
      stop_time: number;
      stimulus_name: string;
    }[];
    const rows = table.numRows();
    for (const row of [0, Math.floor(rows / 3), Math.floor(rows / 2), rows - 1]) {
      const time = table.get("Time (s)", row) as number;
      const own = running.find(({start_time, end_time}) => start_time <= time && time < end_time);
      const near = running.filter(({start_time}) => own && Math.abs(start_time - own.start_time) <= 0.25);
      const speed = near.reduce((sum, {velocity}) => sum + velocity, 0) / near.length;
      if (own) expect(table.get("velocity", row)).toBeCloseTo(speed, 5);
      else expect(table.get("velocity", row)).toBeNaN();
      const epoch = epochs.find(({start_time, stop_time}) => start_time <= time && time <= stop_time);
      expect(table.get("stimulus_name", row)).toBe(epoch?.stimulus_name ?? null);
    }
  });

  it("what a session holds: each method with what it gives, and from when to when", async () => {
    const {table} = await contentsSnapshot(nwb);
    const rows = table.objects() as {method: string; size: string; start_time: number; stop_time: number}[];
    const of = (method: string) => rows.find((row) => row.method === method)!;
    const all = [...(await nwb.spikeTimes()).values()];
    const trains = all.filter((train) => train.length > 0);
    const spikes = trains.reduce((sum, train) => sum + train.length, 0);
    expect(of("spikeTimes")).toMatchObject({
      size: `${all.length} units, ${spikes.toLocaleString("en-US")} spikes`,
      start_time: Math.min(...trains.map((train) => train[0])),
      stop_time: Math.max(...trains.map((train) => train[train.length - 1]))
    });
    expect(of("units").size).toMatch(new RegExp(`^${(await nwb.units()).numRows()} rows`));
    expect(of("units").start_time).toBeNaN();
    const span = await nwb.lfpTimeSpan(LFP_PROBE);
    expect(of("lfp(probeA)")).toMatchObject({start_time: span[0], stop_time: span[1]});
  });

  it("LFP in windows spread over the recording, and how large it is all along", async () => {
    const {table, details} = await lfpOverviewSnapshot(nwb, "probeA");
    const span = await nwb.lfpTimeSpan(LFP_PROBE);
    expect(details).toMatchObject({probeId: LFP_PROBE, span});
    expect(details.windows[1][0]).toBe(span[0]);
    expect(details.windows.at(-1)![1]).toBe(span[1]);
    for (const [window, [start, stop]] of details.windows.entries()) {
      const held = (await lfpSnapshot(nwb, "probeA", window)).details.window!;
      expect(held[0]).toBeGreaterThanOrEqual(start);
      expect(held[1]).toBeLessThanOrEqual(stop);
      expect(held[1]).toBeGreaterThan(held[0]);
    }
    const starts = Array.from(columnValues<number>(table, "bin_start"));
    const width = starts[1] - starts[0];
    const half = Math.min(0.5, width) / 2;
    const middle = starts[7] + width / 2;
    const {values, coords} = await nwb.lfp(LFP_PROBE, {time: [middle - half, middle + half]});
    const loudness = Array.from(coords.channel, (_, channel) => {
      const own = Array.from(values).filter((_, i) => i % coords.channel.length === channel);
      return Math.sqrt(own.reduce((sum, value) => sum + value * value, 0) / own.length);
    });
    expect(table.get("rms_maximum", 7)).toBeCloseTo(Math.max(...loudness), 9);
    expect(table.get("rms_minimum", 7)).toBeCloseTo(Math.min(...loudness), 9);
  });

  it("LFP beyond its window, of another probe, or without a window", async () => {
    const [start, stop] = await snapshot.lfpTimeSpan(LFP_PROBE);
    await expect(snapshot.lfp(LFP_PROBE, {time: [start, stop + 1]})).rejects.toMatchObject({tag: "not-in-snapshot"});
    await expect(snapshot.lfp(LFP_PROBE)).rejects.toMatchObject({tag: "not-in-snapshot"});
    await expect(snapshot.lfp(1, {time: [start, stop]})).rejects.toMatchObject({tag: "no-lfp"});
  });

  it("the ends of spike trains: how many spikes, the first three and the last three", async () => {
    const {table} = await spikeEndsSnapshot(nwb);
    for (const [id, train] of await nwb.spikeTimes()) {
      const row = Array.from(columnValues<number>(table, "unit_id")).indexOf(id);
      expect(table.get("spike_count", row)).toBe(train.length);
      expect(Array.from(table.get("first_spike_times", row))).toEqual(Array.from(train).slice(0, 3));
      expect(Array.from(table.get("last_spike_times", row))).toEqual(Array.from(train).slice(-3));
    }
  });

  it("spike amplitudes: none are kept", async () => {
    await expect(snapshot.spikeAmplitudes()).rejects.toMatchObject({tag: "not-in-snapshot"});
  });

  it("the overview of a session keeps the extremes of every bin", async () => {
    const {table, details} = await overviewSnapshot(nwb);
    const running = await nwb.runningSpeed();
    const times = Array.from(columnValues<number>(running, "start_time"));
    const velocity = Array.from(columnValues<number>(running, "velocity"));
    const inside = velocity.filter(
      (_, i) => times[i] >= details.start && times[i] < details.start + table.numRows() * details.width
    );
    const numbers = (name: string) =>
      Array.from(columnValues<number>(table, name)).filter((value) => !Number.isNaN(value));
    expect(Math.max(...numbers("velocity_maximum"))).toBe(Math.fround(Math.max(...inside)));
    expect(Math.min(...numbers("velocity_minimum"))).toBe(Math.fround(Math.min(...inside)));
  });
});

describe("a session without eye tracking, running, light, rig or LFP", () => {
  const bare = {presentations: {s: {start_time: [0], stop_time: [1], stimulus_name: ["s"]}}, spikes: {1: [0.5]}};

  it("has none, on its file and on snapshots", async () => {
    const session = await openSmallSession(bare);
    const files = await snapshotsOf(session);
    for (const opened of [session, await EcephysSession.fromSnapshot(files)]) {
      expect(await opened.pupilData()).toBeNull();
      expect(await opened.screenGazeData({includeFilteredData: true})).toBeNull();
      expect(await opened.rigMetadata()).toBeNull();
      expect((await opened.runningSpeed()).numRows()).toBe(0);
      expect((await opened.rawRunningData()).numRows()).toBe(0);
      expect((await opened.optogeneticStimulationEpochs()).numRows()).toBe(0);
    }
    await expect(session.lfp(0)).rejects.toMatchObject({tag: "no-lfp", remedy: expect.stringMatching(/lfp: /)});
    await expect(session.lfp(99)).rejects.toMatchObject({tag: "unknown-id"});
    expect((await contentsSnapshot(session)).table.objects()).toContainEqual({
      method: "pupilData",
      size: "none",
      start_time: Number.NaN,
      stop_time: Number.NaN
    });
    expect((await eyeSamplesSnapshot(session)).details.present).toBe(false);
    expect((await timeSeriesPartSnapshot(session, "pupilData", 3)).details.present).toBe(false);
    expect((await lfpSnapshot(session, "probeF")).details.probeId).toBeNull();
    expect((await lfpOverviewSnapshot(session, "probeF")).details.span).toBeNull();
    expect((await currentSourceDensitySnapshot(session, "probeF")).details.probeId).toBeNull();
    session.close();
  });

  it("tells the metadata it has", async () => {
    const session = await openSmallSession(bare);
    expect(await session.metadata()).toMatchObject({
      specimen_name: null,
      age_in_days: Number.NaN,
      rig_equipment_name: null,
      num_units: 1,
      structure_acronyms: ["VISp"]
    });
    session.close();
  });
});

/** A session that answers for its running with more samples than a snapshot may hold. */
function manySamples(): EcephysSession {
  const samples = Float64Array.from({length: MOST_SAMPLES + 5}, (_, i) => i);
  const table = Object.assign(Object.create(null), {
    numRows: () => samples.length,
    columnNames: () => ["start_time", "end_time", "velocity"],
    column: () => samples,
    isFiltered: () => false,
    isOrdered: () => false
  });
  return {runningSpeed: async () => table} as unknown as EcephysSession;
}
