// The snapshots that the exercises open: spike trains of a stretch, counts in bins, features of spike trains.
import type {ColumnTable} from "arquero";
import {beforeAll, describe, expect, it} from "vitest";
import {burstIndex, interspikeIntervals, seededRandom} from "../../lib/analysis/index.js";
import {columnValues, decodeTable, EcephysSession, encodeTable} from "../../lib/index.js";
import {binnedCountsSnapshot} from "../../lib/snapshot-makers/binned-counts.js";
import {meanWaveformsSnapshot} from "../../lib/snapshot-makers/mean-waveforms.js";
import {spikeTrainFeaturesSnapshot} from "../../lib/snapshot-makers/spike-train-features.js";
import {spikeTrainsSnapshot, stretchWithin} from "../../lib/snapshot-makers/spike-trains.js";
import {presentationsSnapshot} from "../../lib/snapshot-makers/stimulus-presentations.js";
import {suggestedPairSnapshot} from "../../lib/snapshot-makers/suggested-pair.js";
import {goldenSessions, openGolden} from "../parity/golden.js";
import {openSmallSession} from "../session/small-session.js";

const [mini] = goldenSessions;
let nwb: EcephysSession;
let probe: string;
let units: Uint8Array;

const encode = ({table, details}: {table: ColumnTable; details?: unknown}) => {
  const {ecephysSessionId: sessionId, sessionStartTime} = nwb;
  const metadata = {sessionId, sessionStartTime, source: "s.nwb", sourceDigest: "00", codeVersion: "0", details};
  return encodeTable(table, metadata);
};

beforeAll(async () => {
  nwb = await openGolden(mini);
  probe = columnValues<string>(await nwb.units(), "probe_description")[0];
  units = encode({table: await nwb.units()});
  return () => nwb.close();
});

describe("the stretch of time in which no group has more spikes than may be", () => {
  const dense = Float64Array.from({length: 1001}, (_, i) => i / 10);
  const sparse = Float64Array.from({length: 101}, (_, i) => i);

  it("is all of the session if that is few enough", () => {
    expect(stretchWithin([[dense], [sparse]], 50, 1001)).toEqual([0, 100]);
  });

  it("goes from the anchor as far as the busiest group allows", () => {
    const [start, stop] = stretchWithin([[sparse], [dense]], 20, 301);
    expect(start).toBe(20);
    expect(stop).toBeGreaterThan(50);
    expect(stop).toBeLessThan(50.1);
  });

  it("reaches back before an anchor that is near the end", () => {
    const [start, stop] = stretchWithin([[dense]], 95, 301);
    expect(stop).toBe(100);
    expect(start).toBeGreaterThan(69.9);
    expect(start).toBeLessThanOrEqual(70);
  });

  it("begins at the beginning where there is no anchor, and is nothing without spikes", () => {
    expect(stretchWithin([[dense]], Number.NEGATIVE_INFINITY, 11)[0]).toBe(0);
    expect(stretchWithin([[new Float64Array()]], 3, 11)).toEqual([0, 0]);
  });
});

describe("spike trains of a probe", () => {
  it("are those of the session within the stretch, and asking beyond it is an error", async () => {
    const content = await spikeTrainsSnapshot(nwb, probe, 2000);
    const snapshot = await EcephysSession.fromSnapshot({units, spikes: encode(content)}, {onWarning: () => {}});
    const [time] = (await snapshot.spikeCoverage())!;
    const ids = Array.from(columnValues<number>(content.table, "unit_id"));
    const kept = await snapshot.spikeTimes(ids, {time});
    expect(kept).toEqual(await nwb.spikeTimes(ids, {time}));
    const spikes = [...kept.values()].reduce((sum, train) => sum + train.length, 0);
    expect(spikes).toBeGreaterThan(0);
    expect(spikes).toBeLessThanOrEqual(2000);
    expect(content.details.spikes.kept).toBe(spikes);
    expect(content.details.spikes.total).toBeGreaterThan(spikes);
    await expect(snapshot.spikeTimes(ids, {time: [time[0] - 1, time[1]]})).rejects.toMatchObject({
      tag: "not-in-snapshot"
    });
    await expect(snapshot.spikeTimes(ids)).rejects.toMatchObject({tag: "not-in-snapshot"});
  });

  it("are cut to the same stretch for every probe", async () => {
    const names = new Set(Array.from(columnValues<string>(await nwb.units(), "probe_description")));
    expect(names.size).toBeGreaterThan(1);
    const windows = await Promise.all(
      [...names].map(async (name) => (await spikeTrainsSnapshot(nwb, name, 2000)).details.windows)
    );
    for (const window of windows) expect(window).toEqual(windows[0]);
  });

  it("of a probe that the session lacks are none", async () => {
    const {table, details} = await spikeTrainsSnapshot(nwb, "probeZ");
    expect(table.numRows()).toBe(0);
    expect(details.spikes).toEqual({kept: 0, total: 0});
  });
});

describe("counts in bins", () => {
  async function opened(mostCounts?: number) {
    const content = await binnedCountsSnapshot(nwb, "drifting_gratings", mostCounts);
    const files = {
      units,
      stimulusPresentations: encode(await presentationsSnapshot(nwb)),
      stimulusConditions: encode({table: await nwb.stimulusConditions()}),
      binnedCounts: encode(content)
    };
    const ids = Array.from(columnValues<number>(content.table, "stimulus_presentation_id"));
    return {...content, ids, snapshot: await EcephysSession.fromSnapshot(files, {onWarning: () => {}})};
  }

  it("are those of the session, in all bins or some, for all units or some", async () => {
    const {snapshot, details, ids} = await opened();
    const {binEdges, unitIds, presentations} = details;
    expect(presentations.kept).toBe(presentations.total);
    const all = await snapshot.presentationwiseSpikeCounts(binEdges, ids);
    expect(all).toEqual(await nwb.presentationwiseSpikeCounts(binEdges, ids));
    const [edges, some, few] = [binEdges.slice(3, 9), unitIds.slice(2, 5).reverse(), ids.slice(4, 6)];
    expect(await snapshot.presentationwiseSpikeCounts(edges, few, some)).toEqual(
      await nwb.presentationwiseSpikeCounts(edges, few, some)
    );
  });

  it("have bins of 0.1 s around two seconds of gratings, and of 25 ms around what is short", async () => {
    expect((await opened()).details.binEdges.slice(0, 4)).toEqual([-0.2, -0.1, 0, 0.1]);
    expect((await binnedCountsSnapshot(nwb, "flashes")).details.binEdges.slice(1, 4)).toEqual([-0.025, 0, 0.025]);
  });

  it("are of every condition's first presentations where there are too many", async () => {
    const whole = await opened();
    const perPresentation = whole.details.unitIds.length * (whole.details.binEdges.length - 1);
    const {ids, details} = await opened(perPresentation * 7);
    expect(details.presentations).toEqual({kept: 7, total: whole.ids.length});
    const table = await nwb.stimulusTable("drifting_gratings");
    const conditionOf = new Map(
      Array.from(columnValues<number>(table, "stimulus_presentation_id"), (id, row) => [
        id,
        table.get("stimulus_condition_id", row)
      ])
    );
    const conditions = new Set(conditionOf.values()).size;
    expect(new Set(ids.map((id) => conditionOf.get(id))).size).toBe(Math.min(7, conditions));
  });

  it("in other bins, or of a presentation that is not kept, are an error", async () => {
    const {snapshot, details, ids} = await opened(1000);
    const {binEdges} = details;
    const ask = (edges: number[], id: number) => snapshot.presentationwiseSpikeCounts(edges, [id]);
    await expect(ask([0, 0.05], ids[0])).rejects.toMatchObject({tag: "not-in-snapshot"});
    await expect(ask([binEdges[0], binEdges[2]], ids[0])).rejects.toMatchObject({tag: "not-in-snapshot"});
    const table = await nwb.stimulusTable("drifting_gratings");
    const other = Array.from(columnValues<number>(table, "stimulus_presentation_id")).find((id) => !ids.includes(id))!;
    await expect(ask(binEdges, other)).rejects.toMatchObject({tag: "not-in-snapshot"});
  });

  it("of a stimulus that was not shown are none", async () => {
    const {table, details} = await binnedCountsSnapshot(nwb, "dot_motion");
    expect(table.numRows()).toBe(0);
    expect(details.presentations).toEqual({kept: 0, total: 0});
  });
});

describe("features of spike trains and waveforms on peak channels", () => {
  it("are those of each unit's intervals in the whole session", async () => {
    const {table, details} = await spikeTrainFeaturesSnapshot(nwb);
    const decoded = decodeTable(encode({table, details})).table;
    const trains = await nwb.spikeTimes();
    expect(Array.from(columnValues<number>(decoded, "unit_id"))).toEqual([...trains.keys()]);
    const [id, train] = [...trains][3];
    const {median, cv, lv} = interspikeIntervals(train);
    const row = decoded.objects()[3] as Record<string, number>;
    expect(row).toEqual({
      unit_id: id,
      spikes: train.length,
      median_isi: median,
      cv,
      lv,
      burst_index: burstIndex(train)
    });
    const times = [...trains.values()].flatMap((some) => (some.length > 0 ? [some[0], some[some.length - 1]] : []));
    expect(details.seconds).toBe(Math.max(...times) - Math.min(...times));
  });

  it("are one row per unit, that of its peak channel", async () => {
    const files = {units, meanWaveforms: encode(await meanWaveformsSnapshot(nwb, 0))};
    const snapshot = await EcephysSession.fromSnapshot(files, {onWarning: () => {}});
    const unit = (await nwb.units()).objects()[2] as Record<string, number>;
    const peak = (await snapshot.meanWaveforms([unit.unit_id])).get(unit.unit_id)!;
    expect(Array.from(peak.coords.channel_id)).toEqual([unit.peak_channel_id]);
    const whole = (await nwb.meanWaveforms([unit.unit_id])).get(unit.unit_id)!;
    expect(Array.from(peak.values)).toEqual(
      Array.from(whole.sel("channel_id", unit.peak_channel_id).values, Math.fround)
    );
  });
});

describe("the pair to begin with", () => {
  const random = seededRandom(3);
  const times = (n: number) => Array.from({length: n}, () => 1 + 1000 * random()).sort((a, b) => a - b);
  const [driver, other] = [times(4000), times(4000)];
  const driven = [...driver.filter(() => random() < 0.2).map((time) => time + 0.0022), ...times(2000)].sort(
    (a, b) => a - b
  );
  const presentations = {
    spontaneous: {start_time: [1], stop_time: [1000], stimulus_name: ["spontaneous"], stimulus_block: [0]}
  };

  it("is a unit and one that follows it after two milliseconds", async () => {
    const session = await openSmallSession({presentations, spikes: {11: other, 12: driver, 13: driven}});
    const {table} = await suggestedPairSnapshot(session);
    expect(table.objects()).toEqual([{presynaptic: 12, postsynaptic: 13}]);
    session.close();
  });

  it("is none where units do not follow each other", async () => {
    const session = await openSmallSession({presentations, spikes: {11: other, 12: driver}});
    expect((await suggestedPairSnapshot(session)).table.numRows()).toBe(0);
    session.close();
  });
});
