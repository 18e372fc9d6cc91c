/** One recording session, in the words of AllenSDK. */

export {DEFAULT_UNIT_LIMITS} from "./default-unit-limits.js";
export type {SessionMetadata, WindowOptions} from "./ecephys-session.js";
export {EcephysSession} from "./ecephys-session.js";
export type {Ids} from "./id-list.js";
export type {StructureIntervals} from "./recordings/channel-structure-intervals.js";
export type {RigMetadata, SubjectMetadata} from "./recordings/session-metadata.js";
export type {TimeWindow} from "./recordings/time-window.js";
export {SessionError} from "./session-error.js";
export type {SessionOptions} from "./session-options.js";
export type {HeldBins} from "./session-source.js";
export type {FilesByName, SessionAttachments, SummaryAttachments} from "./snapshots/session-attachments.js";
export {
  type NamedSnapshots,
  type SessionNeed,
  type SessionOpener,
  type SnapshotChoice,
  sessionOpener
} from "./snapshots/session-opener.js";
export type * from "./snapshots/snapshot-details.js";
export type {SnapshotAttachment, SnapshotFile, SnapshotFiles, TableSnapshot} from "./snapshots/snapshot-files.js";
export type {SpikeCountsOptions} from "./spikes/presentationwise-spike-counts.js";
export type {DurationThresholds, StimulusEpoch} from "./stimulus/stimulus-epochs.js";
export type {StimulusTableOptions} from "./stimulus/stimulus-table.js";
export type {StimulusValue} from "./stimulus/stimulus-value.js";
export {
  openProjectTables,
  type ProjectTable,
  type ProjectTableName,
  type ProjectTables
} from "./summaries/project-tables.js";
export type {
  BinnedRange,
  EyeSamples,
  HeldContent,
  LfpOverview,
  PlantedTruth,
  SessionActivity,
  SessionOverview,
  SpikeEnds,
  SpikeTrainFeatures,
  UnitPair
} from "./summaries/session-summaries.js";
export {SessionSummaries} from "./summaries/session-summaries.js";
