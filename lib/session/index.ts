/** One recording session, in the words of AllenSDK. */
export {EcephysSession} from "./ecephys-session.js";
export type {Ids} from "./id-list.js";
export type {SpikeCountsOptions} from "./presentationwise-spike-counts.js";
export {SessionError} from "./session-error.js";
export type {SessionOptions} from "./session-options.js";
export {
  activitySnapshot,
  presentationsSnapshot,
  type SpikeCountsSnapshotDetails,
  spikeCountsSnapshot,
  spikesSnapshot
} from "./session-snapshots.js";
export type {ActivitySnapshotDetails} from "./snapshot-activity.js";
export type {SnapshotFile, SnapshotFiles} from "./snapshot-source.js";
export type {SpikesSnapshotDetails} from "./snapshot-spikes.js";
export type {DurationThresholds} from "./stimulus-epochs.js";
export type {StimulusTableOptions} from "./stimulus-table.js";
export type {StimulusValue} from "./stimulus-value.js";
