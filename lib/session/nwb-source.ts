import type {ColumnTable} from "arquero";
import type {Columns, DataArray} from "../array/index.js";
import {
  DynamicTable,
  type Extent,
  Hdf5File,
  type NumberArray,
  NwbError,
  NwbFile,
  type NwbSource,
  type RaggedColumn,
  WRITE_OTHERWISE
} from "../nwb/index.js";
import {columnValues} from "../snapshot/index.js";
import {toTable} from "./columns.js";
import {indicesOf} from "./id-list.js";
import {EYE_TIME, readPupilData, readScreenGazeData} from "./recordings/eye-tracking.js";
import {readCurrentSourceDensity, readLfp, readLfpTimeSpan} from "./recordings/lfp.js";
import {channelsNearPeak, meanWaveform, type ProbeChannels, spanOfChannels} from "./recordings/mean-waveforms.js";
import {readOptogeneticStimulation} from "./recordings/optogenetics.js";
import {requireRows} from "./recordings/require-rows.js";
import {readRawRunningData, readRunningSpeed} from "./recordings/running.js";
import {sessionId, startTime} from "./recordings/session-identity.js";
import {
  type RigMetadata,
  readRigMetadata,
  readSubjectMetadata,
  type SubjectMetadata
} from "./recordings/session-metadata.js";
import {rowsInWindow, type TimeWindow} from "./recordings/time-window.js";
import {SessionError} from "./session-error.js";
import type {ResolvedOptions} from "./session-options.js";
import type {SessionSource, TimeSeriesKind} from "./session-source.js";
import {requireAscending} from "./spikes/require-ascending.js";
import {type PresentedStimuli, readPresentedStimuli} from "./stimulus/presented-stimuli.js";
import {ELECTRODES, readChannels, validChannels, withProjectColumns} from "./tables/channels.js";
import {intervalsTagged, readInvalidTimes} from "./tables/invalid-times.js";
import type {FileColumns} from "./tables/optional-columns.js";
import {readProbes} from "./tables/probes.js";
import {rowsByProbe, type SelectedUnits, selectUnits, UNITS} from "./tables/units.js";
import {warnOfMissing} from "./tables/warn-of-missing.js";

type ReadTimeSeries = (file: NwbFile, onWarning: (message: string) => void) => ColumnTable | null;

const TIME_SERIES: Record<TimeSeriesKind, {read: ReadTimeSeries; time: string}> = {
  runningSpeed: {read: readRunningSpeed, time: "start_time"},
  rawRunningData: {read: readRawRunningData, time: "frame_time"},
  pupilData: {read: readPupilData, time: EYE_TIME},
  screenGazeData: {read: readScreenGazeData, time: EYE_TIME}
};

/** Rows of a ragged column of the units table, by unit; or only a part within each. */
interface RowsOfUnits {
  column: RaggedColumn;
  unitIds: readonly number[];
  fileRows: ReadonlyMap<number, number>;
  within?: (unitId: number) => Extent;
}

/** A session's NWB file. Everything is read when first asked for, and kept. */
export class NwbSessionSource implements SessionSource {
  readonly ecephysSessionId: number;
  readonly sessionStartTime: string;
  readonly #file: NwbFile;
  readonly #options: ResolvedOptions;
  readonly #kept = new Map<string, unknown>();
  readonly #lfpFiles = new Map<number, Promise<Hdf5File>>();

  private constructor(file: NwbFile, options: ResolvedOptions) {
    this.#file = file;
    this.#options = options;
    this.ecephysSessionId = sessionId(file);
    this.sessionStartTime = startTime(file);
  }

  /** @throws {NwbError} what opening throws; {@link SessionError} `not-allen` for another laboratory's file */
  static async open(source: NwbSource, options: ResolvedOptions): Promise<NwbSessionSource> {
    const file = await NwbFile.open(source);
    try {
      return new NwbSessionSource(file, options);
    } catch (error) {
      file.close();
      throw error;
    }
  }

  async probes(): Promise<ColumnTable> {
    return this.#keep("probes", () => readProbes(this.#file));
  }

  async channels(): Promise<ColumnTable> {
    return this.#keep("channels", () => toTable(this.#channels()));
  }

  async units(): Promise<ColumnTable> {
    return (await this.#units()).table;
  }

  async invalidTimes(): Promise<ColumnTable> {
    return this.#keep("invalidTimes", () => readInvalidTimes(this.#file));
  }

  async presentedStimuli(): Promise<PresentedStimuli> {
    const invalidTimes = await this.invalidTimes();
    return this.#keep("presentedStimuli", () => readPresentedStimuli(this.#file, invalidTimes));
  }

  async unitIdsOfSpikes(): Promise<readonly number[]> {
    return [...(await this.#units()).fileRows.keys()];
  }

  async spikeTrains(unitIds: readonly number[]): Promise<Float64Array[]> {
    const {fileRows} = await this.#units();
    return this.#keepRows("spikeTimes", {column: this.#spikeTimes(), unitIds, fileRows}, (times, id) =>
      requireAscending(this.#file, id, times instanceof Float64Array ? times : Float64Array.from(times))
    );
  }

  async spikeCoverage(): Promise<null> {
    return null;
  }

  async presentationCounts(): Promise<null> {
    return null;
  }

  async binnedCounts(): Promise<null> {
    return null;
  }

  async heldBins(): Promise<null> {
    return null;
  }

  async hasInvalidSpikes(): Promise<boolean> {
    const names = Array.from(columnValues<string>(await this.probes(), "description"));
    return intervalsTagged(await this.invalidTimes(), ["all_probes", ...names]).length > 0;
  }

  async timeSeries(kind: TimeSeriesKind, window: TimeWindow | undefined): Promise<ColumnTable | null> {
    const {read, time} = TIME_SERIES[kind];
    const table = this.#keep(kind, () => read(this.#file, this.#options.onWarning));
    return table && rowsInWindow(table, time, window);
  }

  async timeSpanOf(): Promise<null> {
    return null;
  }

  async optogeneticStimulation(): Promise<ColumnTable> {
    return this.#keep("optogeneticStimulation", () => readOptogeneticStimulation(this.#file));
  }

  async subjectMetadata(): Promise<SubjectMetadata> {
    return this.#keep("subjectMetadata", () => readSubjectMetadata(this.#file));
  }

  async rigMetadata(): Promise<RigMetadata | null> {
    return this.#keep("rigMetadata", () => readRigMetadata(this.#file));
  }

  async spikeAmplitudes(unitIds: readonly number[] | null): Promise<Map<number, Float64Array>> {
    const units = new DynamicTable(this.#file, UNITS);
    const ids = units.ids;
    const amplitudes = this.#keep("spikeAmplitudes", () => units.ragged("spike_amplitudes"));
    const spikeTimes = units.has("spike_times") ? this.#spikeTimes() : null;
    const rows = unitIds
      ? indicesOf(unitIds, ids, "unit")
      : rowsByProbe(units, this.#allChannels().columns, await this.probes());
    for (const row of spikeTimes ? rows : []) {
      const of = `the spike times of unit ${ids[row]}`;
      requireRows(this.#file, `${UNITS}/spike_amplitudes`, amplitudes.lengthOf(row), {
        rows: spikeTimes!.lengthOf(row),
        of
      });
    }
    const unitIdsOfRows = rows.map((row) => ids[row]);
    const fileRows = new Map(unitIdsOfRows.map((id, i) => [id, rows[i]]));
    const volts = {column: amplitudes, unitIds: unitIdsOfRows, fileRows};
    const values = this.#keepRows("spikeAmplitudes", volts, (numbers) => Float64Array.from(numbers));
    return new Map(unitIdsOfRows.map((id, i) => [id, values[i]]));
  }

  async meanWaveforms(unitIds: readonly number[], channelsAroundPeak?: number): Promise<DataArray[]> {
    const {fileRows, table} = await this.#units();
    const waveforms = this.#keep("waveforms", () => new DynamicTable(this.#file, UNITS).ragged("waveform_mean", 2));
    const [ids, probes, peaks] = ["unit_id", "probe_id", "peak_channel_id"].map((name) =>
      columnValues<number>(table, name)
    );
    const channelsOf = (probeId: number) =>
      this.#keep(`channels of ${probeId}`, () => this.#channelsOfProbe(table, probeId));
    const channels = new Map(
      Array.from(ids, (id, i) => [id, channelsNearPeak(channelsOf(probes[i]), peaks[i], channelsAroundPeak)])
    );
    const lengthOf = (id: number) => waveforms.lengthOf(fileRows.get(id)!);
    return this.#keepRows(
      `waveform ${channelsAroundPeak}`,
      {column: waveforms, unitIds, fileRows, within: (id) => spanOfChannels(channels.get(id)!)},
      (values, id) => meanWaveform(this.#file.name, values, lengthOf(id), channels.get(id)!)
    );
  }

  async lfp(
    probeId: number,
    maskInvalidIntervals: boolean,
    window: TimeWindow | undefined
  ): Promise<DataArray<Float32Array>> {
    const {file, description} = await this.#lfpFile(probeId);
    const invalid = intervalsTagged(await this.invalidTimes(), ["all_probes", description]);
    return readLfp(file, probeId, window, maskInvalidIntervals ? invalid : []);
  }

  async lfpTimeSpan(probeId: number): Promise<TimeWindow> {
    return readLfpTimeSpan((await this.#lfpFile(probeId)).file, probeId);
  }

  async currentSourceDensity(probeId: number): Promise<DataArray<Float64Array>> {
    const {file} = await this.#lfpFile(probeId);
    return this.#keep(`csd ${probeId}`, () => readCurrentSourceDensity(file));
  }

  close(): void {
    this.#file.close();
    for (const file of this.#lfpFiles.values()) file.then((opened) => opened.close()).catch(() => {});
  }

  async #lfpFile(probeId: number): Promise<{file: Hdf5File; description: string}> {
    const probes = await this.probes();
    const [row] = indicesOf([probeId], columnValues<number>(probes, "id"), "probe");
    const {lfp} = this.#options;
    if (!lfp || !probes.get("has_lfp_data", row)) {
      throw new SessionError("no-lfp", {
        path: `probe ${probeId}`,
        expected: "a probe with LFP, and where its file is",
        found: lfp ? "a probe without LFP" : "no option lfp",
        remedy: lfp ? "Take a probe whose has_lfp_data is true." : "Pass lfp: (probeId) => path to fromNwb."
      });
    }
    // An LFP file is not asked for its version: repacked ones in circulation lack it.
    const opened = this.#lfpFiles.get(probeId) ?? Promise.resolve(lfp(probeId)).then((source) => Hdf5File.open(source));
    this.#lfpFiles.set(probeId, opened);
    return {file: await opened, description: probes.get("description", row) as string};
  }

  #spikeTimes(): RaggedColumn {
    return this.#keep("spikeTimes", () => new DynamicTable(this.#file, UNITS).ragged("spike_times"));
  }

  #channelsOfProbe(units: ColumnTable, probeId: number): ProbeChannels {
    const {id, probe_id, probe_channel_number} = this.#channels() as Record<string, ArrayLike<number>>;
    if (this.#allChannels().missing.includes("probe_channel_number")) {
      const [expected, found] = ["the number of each channel, by which the rows of mean waveforms are found", "none"];
      throw new NwbError("missing", {
        file: this.#file.name,
        path: ELECTRODES,
        expected,
        found,
        remedy: WRITE_OTHERWISE
      });
    }
    const rows = Array.from(probe_id, (_, row) => row)
      .filter((row) => probe_id[row] === probeId)
      .sort((a, b) => probe_channel_number[a] - probe_channel_number[b]);
    const unit = Array.from(columnValues<number>(units, "probe_id")).indexOf(probeId);
    return {
      samplingRate: columnValues<number>(units, "probe_sampling_rate")[unit],
      numbers: rows.map((row) => probe_channel_number[row]),
      ids: rows.map((row) => id[row])
    };
  }

  #allChannels(): FileColumns {
    return this.#keep("allChannels", () => {
      const channels = readChannels(this.#file);
      warnOfMissing(this.#options.onWarning, channels.missing, "its channels");
      return channels;
    });
  }

  #channels(): Columns {
    const {channelColumns, filterByValidity} = this.#options;
    const {columns} = this.#allChannels();
    const all = channelColumns ? withProjectColumns(columns, channelColumns) : columns;
    return filterByValidity ? validChannels(all) : all;
  }

  async #units(): Promise<SelectedUnits> {
    const probes = await this.probes();
    return this.#keep("units", () =>
      selectUnits(this.#file, this.#allChannels(), this.#channels(), probes, this.#options)
    );
  }

  /** Something of the ragged rows of units; what is not kept yet is read together. */
  #keepRows<T>(key: string, wanted: RowsOfUnits, convert: (values: NumberArray, unitId: number) => T): T[] {
    const {column, unitIds, fileRows, within} = wanted;
    const missing = unitIds.filter((id) => !this.#kept.has(`${key} ${id}`));
    const unitOf = new Map(missing.map((id) => [fileRows.get(id)!, id]));
    for (const [row, values] of column.rows(unitOf.keys(), within && ((row) => within(unitOf.get(row)!)))) {
      const id = unitOf.get(row)!;
      this.#kept.set(`${key} ${id}`, convert(values, id));
    }
    return unitIds.map((id) => this.#kept.get(`${key} ${id}`) as T);
  }

  #keep<T>(key: string, read: () => T): T {
    if (!this.#kept.has(key)) this.#kept.set(key, read());
    return this.#kept.get(key) as T;
  }
}
