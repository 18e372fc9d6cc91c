import type {ColumnTable} from "arquero";
import type {DataArray} from "../array/index.js";
import type {NwbSource} from "../nwb/index.js";
import {columnValues} from "../snapshot/index.js";
import {takeAllRows, toColumns, toTable} from "./columns.js";
import {conditionwiseSpikeStatistics, countInPresentations} from "./conditionwise-spike-statistics.js";
import {type Ids, idList, placesOf} from "./id-list.js";
import {NwbSessionSource} from "./nwb-source.js";
import {binDomain, presentationwiseSpikeCounts, type SpikeCountsOptions} from "./presentationwise-spike-counts.js";
import {type PresentationWindow, presentationwiseSpikeTimes} from "./presentationwise-spike-times.js";
import {resolveOptions, type SessionOptions} from "./session-options.js";
import type {SessionSource, TimeWindow} from "./session-source.js";
import {type SnapshotFiles, SnapshotSource} from "./snapshot-source.js";
import {type DurationThresholds, stimulusEpochs} from "./stimulus-epochs.js";
import {stimulusParameterValues} from "./stimulus-parameter-values.js";
import {describePresentations} from "./stimulus-presentations.js";
import {type StimulusTableOptions, stimulusTable} from "./stimulus-table.js";
import type {StimulusValue} from "./stimulus-value.js";

/**
 * One recording session: its units, what was shown, and when the units fired. The same object on an NWB file
 * ({@link EcephysSession.fromNwb}) and on snapshots of it ({@link EcephysSession.fromSnapshot}), after AllenSDK's class
 * of this name. Times are in seconds on the session's clock. Tables must not be changed: they are shared.
 */
export class EcephysSession {
  readonly #source: SessionSource;
  readonly #warn: (message: string) => void;
  #warnedOfInvalidSpikes = false;

  private constructor(source: SessionSource, warn: (message: string) => void) {
    this.#source = source;
    this.#warn = warn;
  }

  /**
   * Opens a session's NWB file. Nothing is read but what is asked for.
   * @throws {NwbError} if it cannot be read as NWB 2; {@link SessionError} if it is not a session of the Allen Institute
   */
  static async fromNwb(source: NwbSource, options?: SessionOptions): Promise<EcephysSession> {
    const resolved = resolveOptions(options);
    return new EcephysSession(await NwbSessionSource.open(source, resolved), resolved.onWarning);
  }

  /** Opens snapshots of a session; what a page does not pass, it cannot ask for. */
  static async fromSnapshot(
    files: SnapshotFiles,
    {onWarning = console.warn}: Pick<SessionOptions, "onWarning"> = {}
  ): Promise<EcephysSession> {
    return new EcephysSession(await SnapshotSource.open(files), onWarning);
  }

  get ecephysSessionId(): number {
    return this.#source.ecephysSessionId;
  }

  /** ISO 8601 with offset, as in the file. */
  get sessionStartTime(): string {
    return this.#source.sessionStartTime;
  }

  /** Lets the file go. */
  close(): void {
    this.#source.close();
  }

  /** id, description (the name), location, sampling_rate and lfp_sampling_rate (Hz), has_lfp_data. */
  probes(): Promise<ColumnTable> {
    return this.#source.probes();
  }

  /** id, position on the probe (µm), probe_id, structure, CCF coordinates (µm); valid channels only, by default. */
  channels(): Promise<ColumnTable> {
    return this.#source.channels();
  }

  /** The units that pass the filters, with the columns of their peak channels and probes, by probe and depth. */
  units(): Promise<ColumnTable> {
    return this.#source.units();
  }

  /** id, start_time, stop_time (s), tags. */
  invalidTimes(): Promise<ColumnTable> {
    return this.#source.invalidTimes();
  }

  /** One row per presentation, in time order, with its parameters; see {@link describePresentations}. */
  async stimulusPresentations(): Promise<ColumnTable> {
    const stimuli = await this.#source.presentedStimuli();
    return describePresentations(stimuli, range(stimuli.presentations.numRows()), false);
  }

  /** One row per condition: stimulus_condition_id, stimulus_name, and every parameter, of the drawing also. */
  async stimulusConditions(): Promise<ColumnTable> {
    return (await this.#source.presentedStimuli()).conditions;
  }

  /** The stimuli in the order in which they first appear; invalid_presentation among them, if any is invalid. */
  async stimulusNames(): Promise<string[]> {
    const {presentations} = await this.#source.presentedStimuli();
    return [...new Set(Array.from(columnValues<string>(presentations, "stimulus_name")))];
  }

  /** The presentations of the named stimuli, without columns that no row uses. */
  async stimulusTable(names?: string | readonly string[] | null, options?: StimulusTableOptions): Promise<ColumnTable> {
    const wanted = typeof names === "string" ? [names] : (names ?? null);
    return stimulusTable(await this.#source.presentedStimuli(), wanted, options);
  }

  /** When each block of each stimulus was shown; epochs shorter than their stimulus's threshold (s) are left out. */
  async stimulusEpochs(durationThresholds?: DurationThresholds): Promise<ColumnTable> {
    return stimulusEpochs((await this.#source.presentedStimuli()).presentations, durationThresholds);
  }

  /** The values of each parameter in the given presentations (all, by default), in order of appearance. */
  async stimulusParameterValues(
    presentationIds?: Ids | null,
    options?: {dropNulls?: boolean}
  ): Promise<Record<string, StimulusValue[]>> {
    const stimuli = await this.#source.presentedStimuli();
    const rows = await this.#presentationRows(presentationIds);
    return stimulusParameterValues(describePresentations(stimuli, rows, false), options);
  }

  /**
   * The spike times of each unit (s, ascending), in AllenSDK's order; of the given units only, only these are read.
   * Warns once if the recording has invalid intervals, whose spikes are not removed.
   */
  async spikeTimes(unitIds?: Ids | null): Promise<Map<number, Float64Array>> {
    await this.#warnOfInvalidSpikes();
    const ids = unitIds == null ? await this.#source.unitIdsOfSpikes() : await this.#unitIds(unitIds);
    const trains = await this.#source.spikeTrains(ids, null);
    return new Map(ids.map((id, i) => [id, trains[i]]));
  }

  /** Whether the recording has invalid intervals of a probe (see invalidTimes()), whose spikes are not removed. */
  hasInvalidSpikes(): Promise<boolean> {
    return this.#source.hasInvalidSpikes();
  }

  /** The presentations (of one stimulus, if named) whose spikes this session can give: all, on an NWB file. */
  async presentationsWithSpikes(stimulusName?: string): Promise<number[]> {
    const {presentations} = await this.#source.presentedStimuli();
    const names = columnValues<string>(presentations, "stimulus_name");
    const rows = range(names.length).filter((row) => stimulusName === undefined || names[row] === stimulusName);
    const windows = await this.#windows(rows);
    const covered = await this.#source.spikeCoverage();
    const isCovered = ({start, stop}: PresentationWindow) =>
      !covered || covered.some(([from, to]) => from <= start && stop <= to);
    return windows.filter(isCovered).map(({id}) => id);
  }

  /**
   * The spikes of units in presentations (start < time ≤ stop), in the order of time: spike_time,
   * stimulus_presentation_id, unit_id, time_since_stimulus_presentation_onset.
   * @throws {SessionError} `unknown-id`
   */
  async presentationwiseSpikeTimes(presentationIds?: Ids | null, unitIds?: Ids | null): Promise<ColumnTable> {
    const presentations = await this.#windows(await this.#presentationRows(presentationIds));
    const ids = await this.#unitIds(unitIds);
    this.#warnOfEmpty(presentations, ids);
    await this.#warnOfInvalidSpikes();
    return presentationwiseSpikeTimes(
      presentations,
      ids,
      await this.#source.spikeTrains(ids, presentations.map(spanOf))
    );
  }

  /**
   * Spike counts in bins around the onset of presentations.
   * @param binEdges s, relative to onset, not decreasing
   * @returns (stimulus_presentation_id, time_relative_to_stimulus_onset, unit_id), in the order of the ids given
   * @throws {SessionError} `unknown-id`, or `wrong-argument` for edges that decrease
   */
  async presentationwiseSpikeCounts(
    binEdges: ArrayLike<number>,
    presentationIds?: Ids | null,
    unitIds?: Ids | null,
    options: SpikeCountsOptions = {}
  ): Promise<DataArray<Uint16Array | Uint8Array>> {
    const presentations = await this.#windows(await this.#presentationRows(presentationIds));
    const ids = await this.#unitIds(unitIds);
    this.#warnOfEmpty(presentations, ids);
    await this.#warnOfInvalidSpikes();
    const {domain, warnings} = binDomain(binEdges, presentations, options);
    warnings.forEach(this.#warn);
    const count = binEdges.length;
    const spans = presentations.map((_, row): TimeWindow => [domain[row * count], domain[(row + 1) * count - 1]]);
    const trains = await this.#source.spikeTrains(ids, spans);
    return presentationwiseSpikeCounts(
      binEdges,
      presentations.map(({id}) => id),
      ids,
      trains,
      domain,
      options
    );
  }

  /**
   * Statistics of spike counts (or of rates, Hz) over the presentations of each condition; see
   * {@link conditionwiseSpikeStatistics}. Without unitIds, of the units that fired in any of the presentations.
   * @throws {SessionError} `unknown-id`
   */
  async conditionwiseSpikeStatistics(
    presentationIds?: Ids | null,
    unitIds?: Ids | null,
    {useRates = false}: {useRates?: boolean} = {}
  ): Promise<ColumnTable> {
    const rows = await this.#presentationRows(presentationIds);
    const presentations = await this.#windows(rows);
    const ids = await this.#unitIds(unitIds);
    this.#warnOfEmpty(presentations, ids);
    await this.#warnOfInvalidSpikes();
    const counts = await this.#countsInPresentations(presentations, ids);
    const stimuli = await this.#source.presentedStimuli();
    const conditionOf = columnValues<number>(stimuli.presentations, "stimulus_condition_id");
    const statistics = conditionwiseSpikeStatistics({
      unitIds: ids,
      conditionIds: rows.map((row) => conditionOf[row]),
      counts,
      durations: useRates ? presentations.map(({start, stop}) => stop - start) : undefined
    });
    if (unitIds != null) return statistics;
    const fired = new Set(ids.filter((_, unit) => presentations.some((_, row) => counts[row * ids.length + unit] > 0)));
    const units = columnValues<number>(statistics, "unit_id");
    const kept = range(units.length).filter((row) => fired.has(units[row]));
    return toTable(takeAllRows(toColumns(statistics), kept));
  }

  async #countsInPresentations(
    presentations: readonly PresentationWindow[],
    ids: readonly number[]
  ): Promise<Float64Array> {
    const counted = await this.#source.presentationCounts(
      presentations.map(({id}) => id),
      ids
    );
    return (
      counted ?? countInPresentations(presentations, await this.#source.spikeTrains(ids, presentations.map(spanOf)))
    );
  }

  async #unitIds(unitIds?: Ids | null): Promise<readonly number[]> {
    const known = columnValues<number>(await this.units(), "unit_id");
    if (unitIds == null) return Array.from(known);
    const ids = idList(unitIds);
    placesOf(ids, known, "unit");
    return ids;
  }

  async #presentationRows(presentationIds?: Ids | null): Promise<number[]> {
    const {presentations} = await this.#source.presentedStimuli();
    if (presentationIds == null) return range(presentations.numRows());
    const known = columnValues<number>(presentations, "stimulus_presentation_id");
    return placesOf(idList(presentationIds), known, "stimulus presentation");
  }

  async #windows(rows: readonly number[]): Promise<PresentationWindow[]> {
    const {presentations} = await this.#source.presentedStimuli();
    const [ids, starts, stops] = ["stimulus_presentation_id", "start_time", "stop_time"].map((name) =>
      columnValues<number>(presentations, name)
    );
    return rows.map((row) => ({id: ids[row], start: starts[row], stop: stops[row]}));
  }

  #warnOfEmpty(presentations: readonly unknown[], unitIds: readonly number[]): void {
    if (presentations.length === 0) this.#warn("The selection of stimulus presentations is empty.");
    if (unitIds.length === 0) this.#warn("The selection of units is empty.");
  }

  async #warnOfInvalidSpikes(): Promise<void> {
    if (this.#warnedOfInvalidSpikes) return;
    this.#warnedOfInvalidSpikes = true;
    if (!(await this.hasInvalidSpikes())) return;
    this.#warn("This session has invalid intervals (see invalidTimes()); spikes in them may have to be excluded.");
  }
}

const range = (length: number): number[] => Array.from({length}, (_, i) => i);

const spanOf = ({start, stop}: PresentationWindow): TimeWindow => [start, stop];
