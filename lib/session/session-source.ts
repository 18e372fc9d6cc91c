import type {ColumnTable} from "arquero";
import type {PresentedStimuli} from "./presented-stimuli.js";

/** A span of time, both ends included (s). */
export type TimeWindow = readonly [start: number, stop: number];

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
  /** Whether the recording has invalid intervals of a probe, whose spikes are not removed. */
  hasInvalidSpikes(): Promise<boolean>;
  close(): void;
}
