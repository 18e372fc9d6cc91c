import {gzipSync} from "node:zlib";
import type {ColumnTable} from "arquero";
import {
  activitySnapshot,
  EcephysSession,
  encodeTable,
  eyeSamplesSnapshot,
  meanWaveformsSnapshot,
  metadataSnapshot,
  overviewSnapshot,
  presentationsSnapshot,
  spikeCountsSnapshot,
  spikesSnapshot,
  timeSeriesPartSnapshot,
  timeSeriesSnapshot
} from "../../lib/index.js";

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

/** The snapshots that pages fetch of a session file, with their sizes. */
export async function snapshotSizes(path: string): Promise<SnapshotSize[]> {
  const session = await EcephysSession.fromNwb(path, {onWarning: () => {}});
  const stimuli = (await session.stimulusNames()).filter((name) => !name.startsWith("natural_movie"));
  const contents: [string, number, () => Promise<{table: ColumnTable; details?: unknown}>][] = [
    ["units", FIRST_VIEW, async () => ({table: await session.units()})],
    ["channels", FIRST_VIEW, async () => ({table: await session.channels()})],
    ["stimulus-presentations", FIRST_VIEW, () => presentationsSnapshot(session)],
    ["stimulus-conditions", FIRST_VIEW, async () => ({table: await session.stimulusConditions()})],
    ["activity", FIRST_VIEW, () => activitySnapshot(session)],
    ["mean-waveforms", WHOLE_PAGE, () => meanWaveformsSnapshot(session)],
    ["metadata", FIRST_VIEW, () => metadataSnapshot(session)],
    ["overview", FIRST_VIEW, () => overviewSnapshot(session)],
    ["running-speed", FIRST_VIEW, () => timeSeriesSnapshot(session, "runningSpeed")],
    ["eye-samples", FIRST_VIEW, () => eyeSamplesSnapshot(session)],
    ["pupil-data/0", FIRST_VIEW, () => timeSeriesPartSnapshot(session, "pupilData", 0)],
    ["screen-gaze-data/0", WHOLE_PAGE, () => timeSeriesPartSnapshot(session, "screenGazeData", 0)],
    ...stimuli.flatMap((name): typeof contents => [
      [`spikes/${name}`, FIRST_VIEW, () => spikesSnapshot(session, name)],
      [`spike-counts/${name}`, WHOLE_PAGE, () => spikeCountsSnapshot(session, name)]
    ])
  ];
  const sizes: SnapshotSize[] = [];
  for (const [name, budget, make] of contents) {
    const {table, details} = await make();
    const metadata = {sessionId: 0, sessionStartTime: "", source: "", sourceDigest: "", codeVersion: ""};
    const bytes = encodeTable(table, {...metadata, details});
    sizes.push({name, raw: bytes.length / 1000, compressed: gzipSync(bytes).length / 1000, budget});
  }
  session.close();
  return sizes;
}
