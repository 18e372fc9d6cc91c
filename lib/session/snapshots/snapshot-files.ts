/** A snapshot's bytes, or something that gives them. */
export type SnapshotFile = Uint8Array | ArrayBuffer | SnapshotAttachment;

/** What gives the bytes of a snapshot, e.g. a file attachment of a page; and what is known of them. */
export interface SnapshotAttachment {
  arrayBuffer(): Promise<ArrayBuffer>;
  /** What errors call it. */
  name?: string;
  /** SHA-256 of the bytes, in 64 hexadecimal digits: others are refused before anything is decoded. */
  digest?: string;
  /** The session that it is of: another's is refused. */
  sessionId?: number;
}

/** The snapshots of a session that a page has; each is fetched when first asked for, so pass what the page needs. */
export interface SnapshotFiles {
  probes?: SnapshotFile;
  channels?: SnapshotFile;
  units?: SnapshotFile;
  invalidTimes?: SnapshotFile;
  stimulusPresentations?: SnapshotFile;
  stimulusConditions?: SnapshotFile;
  /** The spikes around one stimulus, or those of one probe over a stretch of time. */
  spikes?: SnapshotFile;
  /** The spikes of each unit in each presentation of one stimulus, counted. */
  spikeCounts?: SnapshotFile;
  /** The spikes of each unit in bins around the presentations of one stimulus. */
  binnedCounts?: SnapshotFile;
  metadata?: SnapshotFile;
  optogeneticStimulation?: SnapshotFile;
  runningSpeed?: SnapshotFile;
  rawRunningData?: SnapshotFile;
  pupilData?: SnapshotFile;
  screenGazeData?: SnapshotFile;
  meanWaveforms?: SnapshotFile;
  /** The LFP of one probe. */
  lfp?: SnapshotFile;
  /** The current source density of one probe. */
  currentSourceDensity?: SnapshotFile;
}

/** What a session's snapshots may be called. */
export const SNAPSHOT_NAMES: readonly (keyof SnapshotFiles)[] = [
  "probes",
  "channels",
  "units",
  "invalidTimes",
  "stimulusPresentations",
  "stimulusConditions",
  "spikes",
  "spikeCounts",
  "binnedCounts",
  "metadata",
  "optogeneticStimulation",
  "runningSpeed",
  "rawRunningData",
  "pupilData",
  "screenGazeData",
  "meanWaveforms",
  "lfp",
  "currentSourceDensity"
];

/** Tables of which there is one a session, by the names that {@link SnapshotFiles} gives them. */
export const TABLE_SNAPSHOTS = [
  "units",
  "channels",
  "probes",
  "stimulusPresentations",
  "stimulusConditions",
  "invalidTimes",
  "metadata",
  "optogeneticStimulation",
  "runningSpeed",
  "rawRunningData",
  "meanWaveforms"
] as const satisfies readonly (keyof SnapshotFiles)[];

/** The name of a table of which there is one a session. */
export type TableSnapshot = (typeof TABLE_SNAPSHOTS)[number];
