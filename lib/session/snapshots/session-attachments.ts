import type {SnapshotFile, TableSnapshot} from "./snapshot-files.js";

/** Snapshots of which there is one for each stimulus or probe, by its name. */
export type FilesByName = Readonly<Record<string, SnapshotFile>>;

/** What a site computed of a whole session, one file each. */
export interface SummaryAttachments {
  contents?: SnapshotFile;
  activity?: SnapshotFile;
  overview?: SnapshotFile;
  eyeSamples?: SnapshotFile;
  spikeEnds?: SnapshotFile;
  spikeTrainFeatures?: SnapshotFile;
  suggestedPair?: SnapshotFile;
  planted?: SnapshotFile;
  /** By the name of a probe. */
  lfpOverview?: FilesByName;
}

/** All snapshots that a site has of a session, and where they lie. Nothing is fetched until somebody asks. */
export interface SessionAttachments extends Partial<Record<TableSnapshot, SnapshotFile>>, SummaryAttachments {
  /** The mean waveform of each unit on its peak channel alone; `meanWaveforms` has the channels around it. */
  peakWaveforms?: SnapshotFile;
  /** The spikes around the pulses of light. */
  lightSpikes?: SnapshotFile;
  /** By stimulus: spike times around its presentations, counts in each of them, and counts in bins. */
  spikes?: FilesByName;
  spikeCounts?: FilesByName;
  binnedCounts?: FilesByName;
  /** By probe: the spike trains of its units over a stretch of time. */
  spikeTrains?: FilesByName;
  /** By probe: its windows of LFP, in their order. */
  lfp?: Readonly<Record<string, readonly SnapshotFile[]>>;
  /** By probe. */
  currentSourceDensity?: FilesByName;
  /** Consecutive parts of the film of the eye. */
  pupilData?: readonly SnapshotFile[];
  screenGazeData?: readonly SnapshotFile[];
}
