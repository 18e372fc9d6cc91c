import type {ColumnTable} from "arquero";
import type {DataArray} from "../array/index.js";
import type {RigMetadata, SubjectMetadata} from "./recordings/session-metadata.js";
import type {TimeWindow} from "./recordings/time-window.js";
import type {PresentedStimuli} from "./stimulus/presented-stimuli.js";

/** Tables with a row per sample of time. */
export type TimeSeriesKind = "runningSpeed" | "rawRunningData" | "pupilData" | "screenGazeData";

/** Bins around the onset of presentations in which a snapshot holds counts. */
export interface HeldBins {
  /** The edges of the bins, relative to onset (s). */
  binEdges: number[];
  /** The presentations whose spikes were counted, in the order of time. */
  presentationIds: number[];
  /** How many of the stimulus's presentations these are, and how many there are. */
  presentations: {kept: number; total: number};
}

/** Where a session has its data from: a file, or snapshots of it. Both give the same. */
export interface SessionSource {
  readonly ecephysSessionId: number;
  readonly sessionStartTime: string;
  probes(): Promise<ColumnTable>;
  channels(): Promise<ColumnTable>;
  units(): Promise<ColumnTable>;
  invalidTimes(): Promise<ColumnTable>;
  presentedStimuli(): Promise<PresentedStimuli>;
  /** The units with spike times, in AllenSDK's order: by probe, then as in the file. */
  unitIdsOfSpikes(): Promise<readonly number[]>;
  /**
   * The spike times of units (s, ascending), at least those in the windows, or all of them if none are given.
   * @throws {SessionError} `not-in-snapshot` if the source does not hold all of these
   */
  spikeTrains(unitIds: readonly number[], windows: readonly TimeWindow[] | null): Promise<Float64Array[]>;
  /** The spans of time whose spikes the source holds; null if that is all of the session. */
  spikeCoverage(): Promise<readonly TimeWindow[] | null>;
  /** Spikes of each unit in each presentation, presentations × units, where the source holds them counted. */
  presentationCounts(presentationIds: readonly number[], unitIds: readonly number[]): Promise<Float64Array | null>;
  /**
   * Spikes in bins around the onset of presentations, presentations × bins × units, where the source holds them counted
   * in just these bins; null if it does not.
   */
  binnedCounts(
    binEdges: ArrayLike<number>,
    presentationIds: readonly number[],
    unitIds: readonly number[]
  ): Promise<Uint16Array | null>;
  /** The bins in which the source holds counts; null if it counts in any. */
  heldBins(): Promise<HeldBins | null>;
  /** Whether the recording has invalid intervals of a probe, whose spikes are not removed. */
  hasInvalidSpikes(): Promise<boolean>;
  /** The samples of a window, or all; null for a session that has no such data. */
  timeSeries(kind: TimeSeriesKind, window: TimeWindow | undefined): Promise<ColumnTable | null>;
  /** The span of time whose samples the source holds (s); null if that is all of the session. */
  timeSpanOf(kind: TimeSeriesKind): Promise<TimeWindow | null>;
  optogeneticStimulation(): Promise<ColumnTable>;
  subjectMetadata(): Promise<SubjectMetadata>;
  rigMetadata(): Promise<RigMetadata | null>;
  /** The amplitudes of each spike (V), by unit in the order of the file; of all its units, if none are named. */
  spikeAmplitudes(unitIds: readonly number[] | null): Promise<Map<number, Float64Array>>;
  /** @param channelsAroundPeak no more channels than these, in number on either side of the peak, need be given */
  meanWaveforms(unitIds: readonly number[], channelsAroundPeak?: number): Promise<DataArray[]>;
  lfp(probeId: number, maskInvalidIntervals: boolean, window: TimeWindow | undefined): Promise<DataArray<Float32Array>>;
  /** When the LFP of a probe begins and ends (s). */
  lfpTimeSpan(probeId: number): Promise<TimeWindow>;
  currentSourceDensity(probeId: number): Promise<DataArray>;
  close(): void;
}
