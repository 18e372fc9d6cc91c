/** One recording session, in the words of AllenSDK. */
export {EcephysSession} from "./ecephys-session.js";
export type {Ids} from "./id-list.js";
export {SessionError} from "./session-error.js";
export type {SessionOptions} from "./session-options.js";
export {
  activitySnapshot,
  presentationsSnapshot,
  type SpikeCountsSnapshotDetails,
  spikeCountsSnapshot,
  spikesSnapshot
} from "./snapshots/session-snapshots.js";
export type {ActivitySnapshotDetails} from "./snapshots/snapshot-activity.js";
export type {SnapshotFile, SnapshotFiles} from "./snapshots/snapshot-source.js";
export type {SpikesSnapshotDetails} from "./snapshots/snapshot-spikes.js";
export type {SpikeCountsOptions} from "./spikes/presentationwise-spike-counts.js";
export type {DurationThresholds} from "./stimulus/stimulus-epochs.js";
export type {StimulusTableOptions} from "./stimulus/stimulus-table.js";
export type {StimulusValue} from "./stimulus/stimulus-value.js";
