// What each kind of snapshot says of itself beside its table: written by the makers in lib/snapshot-makers, read here.
import type {SubjectMetadata} from "../recordings/session-metadata.js";
import type {TimeWindow} from "../recordings/time-window.js";

/** Of activity and of the overview: its bins begin at start (s) and are width (s) wide. */
export interface BinsDetails {
  start: number;
  width: number;
}

/** Of spikes around presentations, or around pulses of light. */
export interface SpikesSnapshotDetails {
  /** The spans of time whose spikes it holds (s). */
  windows: TimeWindow[];
  /** How many of the stimulus's presentations these are, and how many there are. */
  presentations: {kept: number; total: number};
  /** Whether the recording has invalid intervals, whose spikes may have to be excluded. */
  hasInvalidSpikes: boolean;
}

/** Of the spike trains of a probe. */
export interface SpikeTrainsSnapshotDetails extends Omit<SpikesSnapshotDetails, "presentations"> {
  /** How many of the probe's spikes it holds, and how many there are. */
  spikes: {kept: number; total: number};
}

/** Of counts in presentations. */
export interface SpikeCountsSnapshotDetails {
  /** The unit of each count in a list. */
  unitIds: number[];
  hasInvalidSpikes: boolean;
}

/** Of counts in bins. */
export interface BinnedCountsSnapshotDetails {
  /** The unit of each count in a bin. */
  unitIds: number[];
  /** The edges of the bins, relative to onset (s). */
  binEdges: number[];
  /** How many of the stimulus's presentations it holds, and how many there are. */
  presentations: {kept: number; total: number};
  hasInvalidSpikes: boolean;
}

/** Of samples. */
export interface TimeSeriesSnapshotDetails {
  /** The span of the samples that it holds (s); null if it has none. */
  window: TimeWindow | null;
  /** How many samples these are, and how many the session has. */
  samples: {kept: number; total: number};
  /** Whether the session has such data at all. */
  present: boolean;
}

/** Of a part of a series, besides: parts follow each other, and each has partSize rows but the last. */
export interface TimeSeriesPartDetails extends TimeSeriesSnapshotDetails {
  /** The row of the session's table that the part begins with. */
  first: number;
  partSize: number;
}

/** Of the eye over the whole session. */
export interface EyeSamplesDetails {
  /** Whether the session has eye tracking at all. */
  present: boolean;
  /** How many frames of the camera there are, and that every so many-th of them is kept. */
  frames: number;
  every: number;
  /** How many frames each part of pupil-data and screen-gaze-data has. */
  partSize: number;
}

/** Of what is known of the animal and the rig. The table is the geometry of the rig. */
export interface MetadataSnapshotDetails {
  subject: SubjectMetadata;
  /** The rig's name; null for a session without its metadata. */
  equipment: string | null;
}

/** Of LFP and of current source density. */
export interface ProbeSnapshotDetails {
  /** Null if the session has no LFP of a probe of this name. */
  probeId: number | null;
}

/** Of LFP in a window, besides. */
export interface LfpSnapshotDetails extends ProbeSnapshotDetails {
  channels: number[];
  window: TimeWindow | null;
  /** The intervals of the window that are invalid (s). */
  invalid: TimeWindow[];
}

/** Of an overview of LFP, besides. */
export interface LfpOverviewDetails extends ProbeSnapshotDetails {
  /** When the recording begins and ends (s); null without LFP. */
  span: TimeWindow | null;
  /** The windows of which there are snapshots, in their order (s). */
  windows: TimeWindow[];
}

/** Of current source density, besides. */
export interface CsdSnapshotDetails extends ProbeSnapshotDetails {
  /** s from the flash */
  time: number[];
}

/** Of the features of spike trains. */
export interface SpikeTrainFeaturesDetails {
  /** From the first spike of any unit to the last (s): what rates are over. */
  seconds: number;
}

/** Of what was planted in a synthetic session. */
export interface PlantedDetails {
  /** Unit ids: each spike of the first may evoke one of the second. */
  connections: [presynaptic: number, postsynaptic: number][];
  /** The ids of the units that were made to answer light. */
  tagged: number[];
}
