import {gzipSync} from "node:zlib";
import type {ColumnTable} from "arquero";
import {EcephysSession, encodeTable} from "../../lib/index.js";
import {activitySnapshot} from "../../lib/snapshot-makers/activity.js";
import {binnedCountsSnapshot} from "../../lib/snapshot-makers/binned-counts.js";
import {eyeSamplesSnapshot} from "../../lib/snapshot-makers/eye-samples.js";
import {meanWaveformsSnapshot} from "../../lib/snapshot-makers/mean-waveforms.js";
import {metadataSnapshot} from "../../lib/snapshot-makers/metadata.js";
import {overviewSnapshot} from "../../lib/snapshot-makers/overview.js";
import {spikeCountsSnapshot} from "../../lib/snapshot-makers/spike-counts.js";
import {spikeTrainsSnapshot} from "../../lib/snapshot-makers/spike-trains.js";
import {spikesSnapshot} from "../../lib/snapshot-makers/spikes.js";
import {presentationsSnapshot} from "../../lib/snapshot-makers/stimulus-presentations.js";
import {timeSeriesPartSnapshot, timeSeriesSnapshot} from "../../lib/snapshot-makers/time-series.js";

/** What a page may fetch first, and in all (KB, compressed). */
const FIRST_VIEW = 2000;
const WHOLE_PAGE = 10_000;

/** The size of one snapshot. */
export interface SnapshotSize {
  name: string;
  /** KB */
  raw: number;
  /** KB */
  compressed: number;
  /** KB, compressed: of a page's first view, or of a whole page for what is fetched when it is asked for. */
  budget: number;
}

/** A snapshot that pages fetch. */
export interface PageSnapshot {
  name: string;
  /** KB, compressed. */
  budget: number;
  make(session: EcephysSession): Promise<{table: ColumnTable; details?: unknown}>;
}

/** The snapshots that pages fetch of a session, but for films, which are shown too often for a table of sizes. */
export async function pageSnapshots(session: EcephysSession): Promise<PageSnapshot[]> {
  const stimuli = (await session.stimulusNames()).filter((name) => !/^(natural_movie|invalid_presentation)/.test(name));
  const snapshots: [string, number, PageSnapshot["make"]][] = [
    ["units", FIRST_VIEW, async (session) => ({table: await session.units()})],
    ["channels", FIRST_VIEW, async (session) => ({table: await session.channels()})],
    ["stimulus-presentations", FIRST_VIEW, (session) => presentationsSnapshot(session)],
    ["stimulus-conditions", FIRST_VIEW, async (session) => ({table: await session.stimulusConditions()})],
    ["activity", FIRST_VIEW, (session) => activitySnapshot(session)],
    ["mean-waveforms", WHOLE_PAGE, (session) => meanWaveformsSnapshot(session)],
    ["metadata", FIRST_VIEW, (session) => metadataSnapshot(session)],
    ["overview", FIRST_VIEW, (session) => overviewSnapshot(session)],
    ["running-speed", FIRST_VIEW, (session) => timeSeriesSnapshot(session, "runningSpeed")],
    ["eye-samples", FIRST_VIEW, (session) => eyeSamplesSnapshot(session)],
    ["pupil-data/0", FIRST_VIEW, (session) => timeSeriesPartSnapshot(session, "pupilData", 0)],
    ["screen-gaze-data/0", WHOLE_PAGE, (session) => timeSeriesPartSnapshot(session, "screenGazeData", 0)],
    ...stimuli.flatMap((name): typeof snapshots => [
      [`spikes/${name}`, FIRST_VIEW, (session) => spikesSnapshot(session, name)],
      [`spike-counts/${name}`, WHOLE_PAGE, (session) => spikeCountsSnapshot(session, name)],
      [`binned-counts/${name}`, WHOLE_PAGE, (session) => binnedCountsSnapshot(session, name)]
    ]),
    ["spike-trains/probeA", FIRST_VIEW, (session) => spikeTrainsSnapshot(session, "probeA")],
    ["peak-waveforms", FIRST_VIEW, (session) => meanWaveformsSnapshot(session, 0)]
  ];
  return snapshots.map(([name, budget, make]) => ({name, budget, make}));
}

/** The bytes of a snapshot, but for where it comes from. */
export async function snapshotBytes({make}: PageSnapshot, session: EcephysSession): Promise<Uint8Array> {
  const {table, details} = await make(session);
  const metadata = {sessionId: 0, sessionStartTime: "", source: "", sourceDigest: "", codeVersion: ""};
  return encodeTable(table, {...metadata, details});
}

/** The snapshots that pages fetch of a session file, with their sizes. */
export async function snapshotSizes(path: string): Promise<SnapshotSize[]> {
  const session = await EcephysSession.fromNwb(path, {onWarning: () => {}});
  const sizes: SnapshotSize[] = [];
  for (const snapshot of await pageSnapshots(session)) {
    const bytes = await snapshotBytes(snapshot, session);
    const {name, budget} = snapshot;
    sizes.push({name, raw: bytes.length / 1000, compressed: gzipSync(bytes).length / 1000, budget});
  }
  session.close();
  return sizes;
}
