/** A snapshot's bytes, or something that gives them, e.g. a file attachment of a page. */
export type SnapshotFile = Uint8Array | ArrayBuffer | {arrayBuffer(): Promise<ArrayBuffer>};

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

export type TableSnapshot = (typeof TABLE_SNAPSHOTS)[number];
