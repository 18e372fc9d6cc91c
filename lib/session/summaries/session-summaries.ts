import type {ColumnTable} from "arquero";
import {columnValues, type Snapshot} from "../../snapshot/index.js";
import type {TimeWindow} from "../recordings/time-window.js";
import {SessionError} from "../session-error.js";
import {readSnapshot} from "../snapshots/read-snapshot.js";
import type {SummaryAttachments} from "../snapshots/session-attachments.js";
import type {
  BinsDetails,
  EyeSamplesDetails,
  LfpOverviewDetails,
  PlantedDetails,
  SpikeTrainFeaturesDetails
} from "../snapshots/snapshot-details.js";

/** One thing that a session's files hold. */
export interface HeldContent {
  /** The method of the session that gives it, with the probe's name where it is of one probe: "lfp(probeA)". */
  method: string;
  /** How much of it there is, in words. */
  size: string;
  /** When it begins and ends (s); NaN for what has no time. */
  start_time: number;
  stop_time: number;
}

/** The spikes of each unit in equal bins over the session. */
export interface SessionActivity {
  /** The edges of the bins (s). */
  edges: Float64Array;
  /** Spikes in each bin, by unit. */
  counts: Map<number, ArrayLike<number>>;
}

/** The least and the largest value in each of equal bins; NaN where nothing was measured. */
export interface BinnedRange {
  /** Where the first bin begins, and how wide each is (s). */
  start: number;
  width: number;
  minimum: number[];
  maximum: number[];
}

/** Running (cm/s) and the pupil's area (cm², filtered) over the whole session, in the same bins. */
export interface SessionOverview {
  velocity: BinnedRange;
  pupilArea: BinnedRange;
}

/** The eye at some of the frames of its camera, evenly spaced over the session. */
export interface EyeSamples extends EyeSamplesDetails {
  /** Time (s), pupil area and gaze, velocity (cm/s) and stimulus of the moment. No columns without eye tracking. */
  table: ColumnTable;
}

/** How many spikes a unit fired, and when the first and the last ones were (s). */
export interface SpikeEnds {
  spike_count: number;
  first_spike_times: ArrayLike<number>;
  last_spike_times: ArrayLike<number>;
}

/** What the spikes of a unit in the whole session are like. NaN for a unit with fewer than three. */
export interface SpikeTrainFeatures {
  unit_id: number;
  spikes: number;
  /** Spikes per second, from the first spike of any unit to the last. */
  rate: number;
  /** s */
  median_isi: number;
  cv: number;
  lv: number;
  burst_index: number;
}

/** Two units that look connected. */
export interface UnitPair {
  presynaptic: number;
  postsynaptic: number;
}

/** What was put into a synthetic session; nothing in a recorded one. */
export interface PlantedTruth {
  /** The cell class of each unit. */
  cellClasses: Map<number, string>;
  /** Unit ids: each spike of the first may evoke one of the second. */
  connections: [presynaptic: number, postsynaptic: number][];
  /** The ids of the units that were made to answer light. */
  tagged: Set<number>;
}

/** How large the LFP of a probe is over the recording. */
export interface LfpOverview {
  /** When the recording begins and ends (s). */
  span: TimeWindow;
  /** The windows that the site keeps (s). */
  windows: TimeWindow[];
  /** The root mean square (V) on the quietest and on the loudest channel, at evenly spaced moments; NaN in invalid intervals. */
  rms: BinnedRange;
}

/** What a site computed of a whole session, for pages that show it but do not hold the data. */
export class SessionSummaries {
  readonly #files: SummaryAttachments;

  constructor(files: SummaryAttachments) {
    this.#files = files;
  }

  /** What the session's files hold. */
  async contents(): Promise<HeldContent[]> {
    return (await this.#read("contents")).table.objects() as HeldContent[];
  }

  async activity(): Promise<SessionActivity> {
    const {table, metadata} = await this.#read("activity");
    const {start, width} = metadata.details as BinsDetails;
    const rows = table.objects() as {unit_id: number; spike_counts: ArrayLike<number>}[];
    const bins = rows[0]?.spike_counts.length ?? 0;
    return {
      edges: Float64Array.from({length: bins + 1}, (_, bin) => start + bin * width),
      counts: new Map(rows.map(({unit_id, spike_counts}) => [unit_id, spike_counts]))
    };
  }

  async overview(): Promise<SessionOverview> {
    const {table, metadata} = await this.#read("overview");
    const {start, width} = metadata.details as BinsDetails;
    const range = (name: string) => ({start, width, ...extremes(table, name)});
    return {velocity: range("velocity"), pupilArea: range("pupil_area")};
  }

  async eyeSamples(): Promise<EyeSamples> {
    const {table, metadata} = await this.#read("eyeSamples");
    return {...(metadata.details as EyeSamplesDetails), table};
  }

  /** By unit. */
  async spikeEnds(): Promise<Map<number, SpikeEnds>> {
    const rows = (await this.#read("spikeEnds")).table.objects() as (SpikeEnds & {unit_id: number})[];
    return new Map(rows.map((row) => [row.unit_id, row]));
  }

  /** By unit. */
  async spikeTrainFeatures(): Promise<Map<number, SpikeTrainFeatures>> {
    const {table, metadata} = await this.#read("spikeTrainFeatures");
    const {seconds} = metadata.details as SpikeTrainFeaturesDetails;
    const rows = table.objects() as Omit<SpikeTrainFeatures, "rate">[];
    return new Map(rows.map((row) => [row.unit_id, {...row, rate: row.spikes / seconds}]));
  }

  /** The pair that looks most like a monosynaptic connection; null if none does. */
  async suggestedPair(): Promise<UnitPair | null> {
    const [pair] = (await this.#read("suggestedPair")).table.objects() as UnitPair[];
    return pair ?? null;
  }

  async planted(): Promise<PlantedTruth> {
    const {table, metadata} = await this.#read("planted");
    const rows = table.objects() as {unit_id: number; cell_class: string}[];
    const {connections, tagged} = metadata.details as PlantedDetails;
    const cellClasses = new Map(rows.map(({unit_id, cell_class}) => [unit_id, cell_class]));
    return {cellClasses, connections, tagged: new Set(tagged)};
  }

  /** Null for a probe without LFP. */
  async lfpOverview(probe: string): Promise<LfpOverview | null> {
    const file = this.#files.lfpOverview?.[probe];
    if (!file) return null;
    const {table, metadata} = await readSnapshot(file);
    const {span, windows} = metadata.details as LfpOverviewDetails;
    if (!span) return null;
    const width = (span[1] - span[0]) / table.numRows();
    return {span, windows, rms: {start: span[0], width, ...extremes(table, "rms")}};
  }

  #read(name: Exclude<keyof SummaryAttachments, "lfpOverview">): Promise<Snapshot> {
    const file = this.#files[name];
    if (file) return readSnapshot(file);
    const [expected, remedy] = [`a snapshot of ${name}`, "Name it among the files of the session."];
    throw new SessionError("not-in-snapshot", {path: name, expected, found: "none", remedy});
  }
}

function extremes(table: ColumnTable, name: string): {minimum: number[]; maximum: number[]} {
  const [minimum, maximum] = ["minimum", "maximum"].map((end) =>
    Array.from(columnValues<number>(table, `${name}_${end}`))
  );
  return {minimum, maximum};
}
