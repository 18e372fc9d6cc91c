import type {ColumnTable} from "arquero";
import type {DataArray} from "../../array/index.js";
import {columnValues, type Snapshot, SnapshotError} from "../../snapshot/index.js";
import {indicesOf} from "../id-list.js";
import type {RigMetadata, SubjectMetadata} from "../recordings/session-metadata.js";
import {rowsInWindow, type TimeWindow} from "../recordings/time-window.js";
import {SessionError} from "../session-error.js";
import type {HeldBins, SessionSource, TimeSeriesKind} from "../session-source.js";
import type {PresentedStimuli} from "../stimulus/presented-stimuli.js";
import {readSnapshot} from "./read-snapshot.js";
import type {
  BinnedCountsSnapshotDetails,
  CsdSnapshotDetails,
  LfpSnapshotDetails,
  MetadataSnapshotDetails,
  ProbeSnapshotDetails,
  SpikesSnapshotDetails,
  TimeSeriesSnapshotDetails
} from "./snapshot-details.js";
import {SNAPSHOT_NAMES, type SnapshotFiles} from "./snapshot-files.js";
import {takeBins} from "./take-bins.js";
import {takeCurrentSourceDensity} from "./take-current-source-density.js";
import {takeLfp} from "./take-lfp.js";
import {takeMeanWaveforms} from "./take-mean-waveforms.js";
import {takePresentations} from "./take-presentations.js";
import {takeSpikeCounts} from "./take-spike-counts.js";

/** Snapshots of a session, made by the data loaders. */
export class SnapshotSource implements SessionSource {
  readonly ecephysSessionId: number;
  readonly sessionStartTime: string;
  readonly #files: SnapshotFiles;
  readonly #fetched: Map<keyof SnapshotFiles, Promise<Snapshot>>;
  #presented?: Promise<PresentedStimuli>;

  private constructor(files: SnapshotFiles, name: keyof SnapshotFiles, first: Snapshot) {
    this.#files = files;
    this.#fetched = new Map([[name, Promise.resolve(first)]]);
    this.ecephysSessionId = first.metadata.sessionId;
    this.sessionStartTime = first.metadata.sessionStartTime;
  }

  /** @throws {SnapshotError} if the first file is not a snapshot, or not the one it should be; {@link SessionError} if there is none */
  static async open(files: SnapshotFiles): Promise<SnapshotSource> {
    const given = Object.keys(files ?? {}) as (keyof SnapshotFiles)[];
    const unknown = given.find((key) => !SNAPSHOT_NAMES.includes(key));
    if (unknown) {
      const [expected, remedy] = [`one of ${SNAPSHOT_NAMES.join(", ")}`, "Check its spelling."];
      throw new SessionError("wrong-argument", {path: unknown, expected, found: unknown, remedy});
    }
    const name = given.find((key) => files[key]);
    if (name) return new SnapshotSource(files, name, await readSnapshot(files[name]!));
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

  presentedStimuli(): Promise<PresentedStimuli> {
    this.#presented ??= (async () => {
      const [presentations, conditions] = await Promise.all([
        this.#snapshot("stimulusPresentations"),
        this.#snapshot("stimulusConditions")
      ]);
      return {presentations: takePresentations(presentations.table), conditions: conditions.table};
    })();
    return this.#presented;
  }

  async unitIdsOfSpikes(): Promise<readonly number[]> {
    return Array.from(columnValues<number>((await this.#snapshot("spikes")).table, "unit_id"));
  }

  async spikeTrains(unitIds: readonly number[], windows: readonly TimeWindow[] | null): Promise<Float64Array[]> {
    const {table} = await this.#snapshot("spikes");
    const covered = await this.spikeCoverage();
    if (covered) requireCovered(windows, covered);
    const trains = columnValues<Float64Array>(table, "spike_times");
    return indicesOf(unitIds, columnValues<number>(table, "unit_id"), "unit").map((row) => trains[row]);
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
    return takeSpikeCounts(table, (metadata.details as {unitIds: number[]}).unitIds, presentationIds, unitIds);
  }

  async binnedCounts(
    binEdges: ArrayLike<number>,
    presentationIds: readonly number[],
    unitIds: readonly number[]
  ): Promise<Uint16Array | null> {
    if (!this.#files.binnedCounts) return null;
    const {table, metadata} = await this.#snapshot("binnedCounts");
    return takeBins(table, metadata.details as BinnedCountsSnapshotDetails, binEdges, presentationIds, unitIds);
  }

  async heldBins(): Promise<HeldBins | null> {
    const {table, metadata} = await this.#snapshot("binnedCounts");
    const {binEdges, presentations} = metadata.details as BinnedCountsSnapshotDetails;
    const presentationIds = Array.from(columnValues<number>(table, "stimulus_presentation_id"));
    return {binEdges, presentationIds, presentations};
  }

  async hasInvalidSpikes(): Promise<boolean> {
    const held = (["spikes", "spikeCounts", "binnedCounts"] as const).find((name) => this.#files[name]);
    const {metadata} = await this.#snapshot(held ?? "spikes");
    return (metadata.details as {hasInvalidSpikes: boolean}).hasInvalidSpikes;
  }

  async timeSeries(kind: TimeSeriesKind, window: TimeWindow | undefined): Promise<ColumnTable | null> {
    const {table, metadata} = await this.#snapshot(kind);
    const {present, window: held, samples} = metadata.details as TimeSeriesSnapshotDetails;
    if (!present) return null;
    const isWhole = samples.kept === samples.total;
    if (!isWhole && !(window && held && held[0] <= window[0] && window[1] <= held[1])) {
      throw new SessionError("not-in-snapshot", {
        path: kind,
        expected: window ? `samples from ${window[0]} to ${window[1]} s` : "the samples of the whole session",
        found: `${samples.kept} of ${samples.total} samples${held ? `, from ${held[0]} to ${held[1]} s` : ""}`,
        remedy: `Ask for a window in it: {time: await session.timeSpanOf("${kind}")}.`
      });
    }
    return rowsInWindow(table, table.columnNames()[0], window);
  }

  async timeSpanOf(kind: TimeSeriesKind): Promise<TimeWindow | null> {
    const {samples, window} = (await this.#snapshot(kind)).metadata.details as TimeSeriesSnapshotDetails;
    return samples.kept === samples.total ? null : window;
  }

  async optogeneticStimulation(): Promise<ColumnTable> {
    return (await this.#snapshot("optogeneticStimulation")).table;
  }

  async subjectMetadata(): Promise<SubjectMetadata> {
    return ((await this.#snapshot("metadata")).metadata.details as MetadataSnapshotDetails).subject;
  }

  async rigMetadata(): Promise<RigMetadata | null> {
    const {table: geometry, metadata} = await this.#snapshot("metadata");
    const {equipment} = metadata.details as MetadataSnapshotDetails;
    return equipment === null ? null : {equipment, geometry};
  }

  async spikeAmplitudes(): Promise<Map<number, Float64Array>> {
    throw new SessionError("not-in-snapshot", {
      path: "spikeAmplitudes",
      expected: "a snapshot of them",
      found: "none: they are as many as the spikes",
      remedy: "Open the session's NWB file."
    });
  }

  /** On the channels around each unit's peak, in single precision: a full-size session has too many for a page. */
  async meanWaveforms(unitIds: readonly number[]): Promise<DataArray[]> {
    return takeMeanWaveforms((await this.#snapshot("meanWaveforms")).table, unitIds);
  }

  async lfp(
    probeId: number,
    maskInvalidIntervals: boolean,
    window: TimeWindow | undefined
  ): Promise<DataArray<Float32Array>> {
    const {table, details} = await this.#ofProbe<LfpSnapshotDetails>("lfp", probeId);
    return takeLfp(table, details, maskInvalidIntervals, window);
  }

  /** The span that the snapshot holds. */
  async lfpTimeSpan(probeId: number): Promise<TimeWindow> {
    return (await this.#ofProbe<LfpSnapshotDetails>("lfp", probeId)).details.window!;
  }

  /** In single precision. */
  async currentSourceDensity(probeId: number): Promise<DataArray> {
    const {table, details} = await this.#ofProbe<CsdSnapshotDetails>("currentSourceDensity", probeId);
    return takeCurrentSourceDensity(table, details);
  }

  close(): void {}

  async #ofProbe<Details extends ProbeSnapshotDetails>(
    name: "lfp" | "currentSourceDensity",
    probeId: number
  ): Promise<{table: ColumnTable; details: Details}> {
    const {table, metadata} = await this.#snapshot(name);
    const details = metadata.details as Details;
    if (details.probeId === probeId) return {table, details};
    throw new SessionError("no-lfp", {
      path: name,
      expected: `a snapshot of probe ${probeId}`,
      found: details.probeId === null ? "one of a probe without LFP" : `one of probe ${details.probeId}`,
      remedy: "Pass the file of this probe."
    });
  }

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
    const snapshot = await readSnapshot(file);
    const {sessionId} = snapshot.metadata;
    if (sessionId === this.ecephysSessionId) return snapshot;
    const [expected, found] = [`a snapshot of session ${this.ecephysSessionId}`, `one of ${sessionId}`];
    throw new SnapshotError("other-session", {path: name, expected, found, remedy: "Pass files of one session."});
  }
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
