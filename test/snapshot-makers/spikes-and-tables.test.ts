import type {ColumnTable} from "arquero";
import * as aq from "arquero";
import {describe, expect, it} from "vitest";
import {columnValues, EcephysSession, encodeTable, linspace, type SnapshotFiles} from "../../lib/index.js";
import {cutSpikes} from "../../lib/snapshot-makers/cut-spikes.js";
import {spikeCountsSnapshot} from "../../lib/snapshot-makers/spike-counts.js";
import {spikesSnapshot} from "../../lib/snapshot-makers/spikes.js";
import {presentationsSnapshot} from "../../lib/snapshot-makers/stimulus-presentations.js";
import {goldenSessions, openGolden} from "../parity/golden.js";

const [mini] = goldenSessions;

/** Snapshots of everything but the samples of time; see recordings-snapshots.test.ts. */
async function snapshotsOf(session: EcephysSession, stimulus: string) {
  const {ecephysSessionId: sessionId, sessionStartTime} = session;
  const metadata = {sessionId, sessionStartTime, source: "s.nwb", sourceDigest: "00", codeVersion: "0"};
  const encode = ({table, details}: {table: ColumnTable; details?: unknown}) =>
    encodeTable(table, {...metadata, details});
  return {
    probes: encode({table: await session.probes()}),
    channels: encode({table: await session.channels()}),
    units: encode({table: await session.units()}),
    invalidTimes: encode({table: await session.invalidTimes()}),
    stimulusPresentations: encode(await presentationsSnapshot(session)),
    stimulusConditions: encode({table: await session.stimulusConditions()}),
    spikes: encode(await spikesSnapshot(session, stimulus)),
    spikeCounts: encode(await spikeCountsSnapshot(session, stimulus))
  } satisfies SnapshotFiles;
}

const columnsOf = (table: ColumnTable) =>
  table.columnNames().map((name) => [name, Array.from(columnValues(table, name))]);

async function both(stimulus = "drifting_gratings") {
  const nwb = await openGolden(mini);
  const files = await snapshotsOf(nwb, stimulus);
  const snapshot = await EcephysSession.fromSnapshot(files, {onWarning: () => {}});
  const ids = Array.from(columnValues<number>(await nwb.stimulusTable(stimulus), "stimulus_presentation_id"));
  return {nwb, snapshot, files, ids};
}

describe("a session on snapshots gives what it gives on its file", () => {
  it("id, start and every table", async () => {
    const {nwb, snapshot} = await both();
    expect(snapshot.ecephysSessionId).toBe(nwb.ecephysSessionId);
    expect(snapshot.sessionStartTime).toBe(nwb.sessionStartTime);
    for (const name of [
      "probes",
      "channels",
      "units",
      "invalidTimes",
      "stimulusPresentations",
      "stimulusConditions",
      "stimulusEpochs"
    ] as const) {
      expect(columnsOf(await snapshot[name]()), name).toEqual(columnsOf(await nwb[name]()));
    }
    expect(await snapshot.stimulusNames()).toEqual(await nwb.stimulusNames());
    expect(await snapshot.stimulusParameterValues(null, {dropNulls: false})).toEqual(
      await nwb.stimulusParameterValues(null, {dropNulls: false})
    );
    const options = {includeDetailedParameters: true, includeUnusedParameters: true};
    expect(columnsOf(await snapshot.stimulusTable(null, options))).toEqual(
      columnsOf(await nwb.stimulusTable(null, options))
    );
    nwb.close();
  });

  it("spikes, counts and statistics of the stimulus", async () => {
    const {nwb, snapshot, ids} = await both();
    expect(await snapshot.presentationsWithSpikes("drifting_gratings")).toEqual(ids);
    expect(columnsOf(await snapshot.presentationwiseSpikeTimes(ids))).toEqual(
      columnsOf(await nwb.presentationwiseSpikeTimes(ids))
    );
    const edges = linspace(-0.1, 2, 22);
    const [own, other] = [
      await snapshot.presentationwiseSpikeCounts(edges, ids),
      await nwb.presentationwiseSpikeCounts(edges, ids)
    ];
    expect(own.values).toEqual(other.values);
    expect(columnsOf(await snapshot.conditionwiseSpikeStatistics(ids))).toEqual(
      columnsOf(await nwb.conditionwiseSpikeStatistics(ids))
    );
    nwb.close();
  });

  it("statistics from spikes alone, and from counts alone", async () => {
    const {nwb, files, ids} = await both();
    const expected = columnsOf(await nwb.conditionwiseSpikeStatistics(ids));
    for (const omitted of ["spikes", "spikeCounts"] as const) {
      const session = await EcephysSession.fromSnapshot({...files, [omitted]: undefined}, {onWarning: () => {}});
      expect(columnsOf(await session.conditionwiseSpikeStatistics(ids)), `without ${omitted}`).toEqual(expected);
    }
    nwb.close();
  });

  it("the warning of invalid spikes, once", async () => {
    const {nwb, files, ids} = await both();
    const warnings: string[] = [];
    const session = await EcephysSession.fromSnapshot(files, {onWarning: (message) => warnings.push(message)});
    await session.presentationwiseSpikeTimes(ids);
    await session.presentationwiseSpikeTimes(ids);
    expect(warnings).toEqual([expect.stringMatching(/invalid intervals/)]);
    nwb.close();
  });
});

describe("counts of presentations", () => {
  it.each([
    [255, Uint8Array],
    [256, Uint16Array],
    [65_536, Uint32Array]
  ])("of which the greatest is %d take as few bytes as hold it", async (most, Counts) => {
    const session = {
      stimulusTable: async () =>
        aq.table({
          stimulus_presentation_id: [1, 2],
          start_time: [0, 1],
          stop_time: [0.5, 1.5],
          stimulus_condition_id: [7, 7]
        }),
      spikeTimes: async () =>
        new Map([
          [11, Float64Array.of(0.25)],
          [12, new Float64Array(most).fill(1.25)]
        ]),
      hasInvalidSpikes: async () => false
    } as unknown as EcephysSession;
    const {table, details} = await spikeCountsSnapshot(session, "flashes");
    expect(details?.unitIds).toEqual([11, 12]);
    expect(columnValues(table, "spike_counts")).toEqual([Counts.of(1, 0), Counts.of(0, most)]);
  });
});

describe("what a snapshot does not hold is an error, not an empty answer", () => {
  it("spikes of another stimulus, before the margin, or of the whole session", async () => {
    const {nwb, snapshot, ids} = await both();
    const [flash] = columnValues<number>(await nwb.stimulusTable("flashes"), "stimulus_presentation_id") as Int32Array;
    await expect(snapshot.presentationwiseSpikeTimes([flash])).rejects.toMatchObject({tag: "not-in-snapshot"});
    await expect(snapshot.presentationwiseSpikeCounts([-5, 0], [ids[0]])).rejects.toMatchObject({
      tag: "not-in-snapshot"
    });
    await expect(snapshot.spikeTimes()).rejects.toMatchObject({tag: "not-in-snapshot"});
    nwb.close();
  });

  it("a table that was not passed", async () => {
    const {nwb, files} = await both();
    const session = await EcephysSession.fromSnapshot({units: files.units});
    expect((await session.units()).numRows()).toBeGreaterThan(0);
    await expect(session.channels()).rejects.toMatchObject({tag: "not-in-snapshot", path: "channels"});
    await expect(EcephysSession.fromSnapshot({unit: files.units} as object)).rejects.toMatchObject({path: "unit"});
    await expect(EcephysSession.fromSnapshot({})).rejects.toMatchObject({tag: "not-in-snapshot"});
    nwb.close();
  });

  it("a table of another session", async () => {
    const {nwb, files} = await both();
    const other = encodeTable(await nwb.probes(), {
      sessionId: 1,
      sessionStartTime: "",
      source: "",
      sourceDigest: "",
      codeVersion: ""
    });
    const session = await EcephysSession.fromSnapshot({units: files.units, probes: other});
    await expect(session.probes()).rejects.toMatchObject({tag: "other-session", found: "one of 1"});
    nwb.close();
  });

  it("a stimulus that the session does not show gives a snapshot without spikes", async () => {
    const {nwb, snapshot} = await both("dot_motion");
    expect(await snapshot.presentationsWithSpikes("dot_motion")).toEqual([]);
    nwb.close();
  });
});

describe("a snapshot of spikes", () => {
  const presentations = Array.from({length: 6}, (_, i) => ({
    id: i,
    start: i * 10,
    stop: i * 10 + 1,
    conditionId: i % 2
  }));
  const train = Float64Array.from({length: 600}, (_, i) => i / 10);

  it("keeps the conditions in rounds up to its limit, and says how many presentations these are", () => {
    const {table, details} = cutSpikes(presentations, [7], [train], {mostSpikes: 30});
    expect(details.presentations).toEqual({kept: 2, total: 6});
    expect(details.windows).toEqual([
      [-0.1, 1.25],
      [9.9, 11.25]
    ]);
    const [spikes] = columnValues<Float64Array>(table, "spike_times") as Float64Array[];
    expect(Array.from(spikes)).toEqual(Array.from(train.filter((t) => t <= 1.25 || (t >= 9.9 && t <= 11.25))));
  });

  it("keeps every presentation when there is room", () => {
    expect(cutSpikes(presentations, [7], [train]).details.presentations).toEqual({kept: 6, total: 6});
  });

  it("joins the windows of presentations that follow each other, so that no spike is in it twice", () => {
    const backToBack = [0, 1, 2].map((i) => ({id: i, start: i, stop: i + 1, conditionId: i}));
    const {table, details} = cutSpikes(backToBack, [7], [train]);
    expect(details.windows).toEqual([[-0.1, 3.25]]);
    const [spikes] = columnValues<Float64Array>(table, "spike_times") as Float64Array[];
    expect(new Set(spikes).size).toBe(spikes.length);
  });
});
