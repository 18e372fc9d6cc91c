import type {ColumnTable} from "arquero";
import type {DataArray} from "../../array/index.js";
import {columnValues, decodeTable, type Snapshot, SnapshotError} from "../../snapshot/index.js";
import {placesOf} from "../id-list.js";
import type {RigMetadata, SubjectMetadata} from "../recordings/session-metadata.js";
import type {TimeWindow} from "../recordings/time-window.js";
import {SessionError} from "../session-error.js";
import type {SessionSource, TimeSeriesKind} from "../session-source.js";
import type {PresentedStimuli} from "../stimulus/presented-stimuli.js";
import type {SpikesSnapshotDetails} from "./snapshot-spikes.js";

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
  /** The spikes of one stimulus. */
  spikes?: SnapshotFile;
  /** The spikes of each unit in each presentation of one stimulus, counted. */
  spikeCounts?: SnapshotFile;
}

/** Snapshots of a session, made by the data loaders. */
export class SnapshotSource implements SessionSource {
  readonly ecephysSessionId: number;
  readonly sessionStartTime: string;
  readonly #files: SnapshotFiles;
  readonly #fetched: Map<keyof SnapshotFiles, Promise<Snapshot>>;

  private constructor(files: SnapshotFiles, name: keyof SnapshotFiles, first: Snapshot) {
    this.#files = files;
    this.#fetched = new Map([[name, Promise.resolve(first)]]);
    this.ecephysSessionId = first.metadata.sessionId;
    this.sessionStartTime = first.metadata.sessionStartTime;
  }

  /** @throws {SnapshotError} if the first file is not a snapshot; {@link SessionError} if there is none */
  static async open(files: SnapshotFiles): Promise<SnapshotSource> {
    const name = (Object.keys(files) as (keyof SnapshotFiles)[]).find((key) => files[key]);
    if (name) return new SnapshotSource(files, name, await decode(files[name]!));
    const remedy = "Pass the files that the page needs, e.g. {units: FileAttachment(…)}.";
    throw new SessionError("not-in-snapshot", {expected: "at least one snapshot", found: "none", remedy});
  }

  async probes(): Promise<ColumnTable> {
    return (await this.#snapshot("probes")).table;
  }

  async channels(): Promise<ColumnTable> {
    return (await this.#snapshot("channels")).table;
  }

  async units(): Promise<ColumnTable> {
    return (await this.#snapshot("units")).table;
  }

  async invalidTimes(): Promise<ColumnTable> {
    return (await this.#snapshot("invalidTimes")).table;
  }

  async presentedStimuli(): Promise<PresentedStimuli> {
    const [presentations, conditions] = await Promise.all([
      this.#snapshot("stimulusPresentations"),
      this.#snapshot("stimulusConditions")
    ]);
    return {presentations: presentations.table, conditions: conditions.table};
  }

  async unitIdsOfSpikes(): Promise<readonly number[]> {
    return Array.from(columnValues<number>((await this.#snapshot("spikes")).table, "unit_id"));
  }

  async spikeTrains(unitIds: readonly number[], windows: readonly TimeWindow[] | null): Promise<Float64Array[]> {
    const {table} = await this.#snapshot("spikes");
    const covered = await this.spikeCoverage();
    if (covered) requireCovered(windows, covered);
    const trains = columnValues<Float64Array>(table, "spike_times");
    return placesOf(unitIds, columnValues<number>(table, "unit_id"), "unit").map((row) => trains[row]);
  }

  async spikeCoverage(): Promise<readonly TimeWindow[] | null> {
    const {metadata} = await this.#snapshot("spikes");
    return (metadata.details as SpikesSnapshotDetails).windows;
  }

  async presentationCounts(
    presentationIds: readonly number[],
    unitIds: readonly number[]
  ): Promise<Float64Array | null> {
    if (!this.#files.spikeCounts) return null;
    const {table, metadata} = await this.#snapshot("spikeCounts");
    const rowOf = new Map(Array.from(columnValues<number>(table, "stimulus_presentation_id"), (id, row) => [id, row]));
    if (!presentationIds.every((id) => rowOf.has(id))) return null;
    const columns = placesOf(unitIds, (metadata.details as {unitIds: number[]}).unitIds, "unit");
    const rows = columnValues<ArrayLike<number>>(table, "spike_counts");
    const counts = new Float64Array(presentationIds.length * unitIds.length);
    presentationIds.forEach((id, i) => {
      const row = rows[rowOf.get(id)!];
      for (let j = 0; j < columns.length; ++j) counts[i * columns.length + j] = row[columns[j]];
    });
    return counts;
  }

  async hasInvalidSpikes(): Promise<boolean> {
    const {metadata} = await this.#snapshot(this.#files.spikes ? "spikes" : "spikeCounts");
    return (metadata.details as {hasInvalidSpikes: boolean}).hasInvalidSpikes;
  }

  async timeSeries(kind: TimeSeriesKind): Promise<ColumnTable | null> {
    return notKept(kind);
  }

  async optogeneticStimulation(): Promise<ColumnTable> {
    return notKept("optogeneticStimulation");
  }

  async subjectMetadata(): Promise<SubjectMetadata> {
    return notKept("subjectMetadata");
  }

  async rigMetadata(): Promise<RigMetadata | null> {
    return notKept("rigMetadata");
  }

  async spikeAmplitudes(): Promise<Map<number, Float64Array>> {
    return notKept("spikeAmplitudes");
  }

  async meanWaveforms(): Promise<DataArray[]> {
    return notKept("meanWaveforms");
  }

  async lfp(): Promise<DataArray<Float32Array>> {
    return notKept("lfp");
  }

  async currentSourceDensity(): Promise<DataArray<Float64Array>> {
    return notKept("currentSourceDensity");
  }

  close(): void {}

  #snapshot(name: keyof SnapshotFiles): Promise<Snapshot> {
    let snapshot = this.#fetched.get(name);
    if (!snapshot) {
      snapshot = this.#fetch(name);
      this.#fetched.set(name, snapshot);
    }
    return snapshot;
  }

  async #fetch(name: keyof SnapshotFiles): Promise<Snapshot> {
    const file = this.#files[name];
    if (!file) {
      const [expected, found] = [`a snapshot of ${name}`, Object.keys(this.#files).join(", ")];
      const remedy = `Pass it to fromSnapshot: {${name}: FileAttachment(…)}.`;
      throw new SessionError("not-in-snapshot", {path: name, expected, found, remedy});
    }
    const snapshot = await decode(file);
    const {sessionId} = snapshot.metadata;
    if (sessionId === this.ecephysSessionId) return snapshot;
    const [expected, found] = [`a snapshot of session ${this.ecephysSessionId}`, `one of ${sessionId}`];
    throw new SnapshotError("not-a-snapshot", {path: name, expected, found, remedy: "Pass files of one session."});
  }
}

function notKept(path: string): never {
  const remedy = "Open the session's NWB file.";
  throw new SessionError("not-in-snapshot", {path, expected: "a snapshot of it", found: "none", remedy});
}

async function decode(file: SnapshotFile): Promise<Snapshot> {
  return decodeTable("arrayBuffer" in file ? await file.arrayBuffer() : file);
}

function requireCovered(windows: readonly TimeWindow[] | null, covered: readonly TimeWindow[]): void {
  const outside = windows?.find(([start, stop]) => !covered.some(([from, to]) => from <= start && stop <= to));
  if (windows && !outside) return;
  throw new SessionError("not-in-snapshot", {
    path: "spikes",
    expected: outside ? `spikes from ${outside[0]} to ${outside[1]} s` : "the spikes of the whole session",
    found: `a snapshot cut to ${covered.length} spans of time`,
    remedy: "Ask within presentationsWithSpikes(), or open the session's NWB file."
  });
}
