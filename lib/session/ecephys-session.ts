import type {ColumnTable} from "arquero";
import {lowerBound, type SpikeCounts, upperBound} from "../analysis/counting/index.js";
import {DataArray, takeAllRows} from "../array/index.js";
import type {NwbSource} from "../nwb/index.js";
import {columnValues} from "../snapshot/index.js";
import {toColumns, toTable} from "./columns.js";
import {type Ids, idList, indicesOf} from "./id-list.js";
import {
  acronymColumn,
  channelStructureIntervals,
  type StructureIntervals
} from "./recordings/channel-structure-intervals.js";
import type {RigMetadata, SubjectMetadata} from "./recordings/session-metadata.js";
import {requireWindow, type TimeWindow} from "./recordings/time-window.js";
import {resolveOptions, type SessionOptions} from "./session-options.js";
import type {HeldBins, SessionSource, TimeSeriesKind} from "./session-source.js";
import type {SnapshotFiles} from "./snapshots/snapshot-files.js";
import {SnapshotSource} from "./snapshots/snapshot-source.js";
import {conditionwiseSpikeStatistics, countInPresentations} from "./spikes/conditionwise-spike-statistics.js";
import {
  binDomain,
  binnedSpikeCounts,
  isPlain,
  presentationwiseSpikeCounts,
  requireCountsOptions,
  type SpikeCountsOptions
} from "./spikes/presentationwise-spike-counts.js";
import {type PresentationWindow, presentationwiseSpikeTimes} from "./spikes/presentationwise-spike-times.js";
import {spikesAround} from "./spikes/spikes-around.js";
import {interPresentationIntervals} from "./stimulus/inter-presentation-intervals.js";
import {type DurationThresholds, stimulusEpochs} from "./stimulus/stimulus-epochs.js";
import {stimulusParameterValues} from "./stimulus/stimulus-parameter-values.js";
import {describePresentations} from "./stimulus/stimulus-presentations.js";
import {type StimulusTableOptions, stimulusTable} from "./stimulus/stimulus-table.js";
import type {StimulusValue} from "./stimulus/stimulus-value.js";

/** A window of time (s, both ends included), for data with a row per sample. */
export interface WindowOptions {
  time?: TimeWindow;
}

/** What is known of a session, under AllenSDK's names. */
export interface SessionMetadata extends SubjectMetadata {
  rig_equipment_name: string | null;
  num_units: number;
  num_channels: number;
  num_probes: number;
  num_stimulus_presentations: number;
  session_start_time: string;
  ecephys_session_id: number;
  structure_acronyms: (string | null)[];
  stimulus_names: string[];
}

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
   *
   * @example
   * const session = await EcephysSession.fromNwb("session_756029989.nwb", {isiViolationsMaximum: 0.1});
   *
   * @throws {NwbError} if it cannot be read as NWB 2; {@link SessionError} if it is not a session of the Allen Institute
   */
  static async fromNwb(source: NwbSource, options?: SessionOptions): Promise<EcephysSession> {
    const resolved = resolveOptions(options);
    // Loaded when it is asked for: a page that opens snapshots does without the reader of files.
    const {NwbSessionSource} = await import("./nwb-source.js");
    return new EcephysSession(await NwbSessionSource.open(source, resolved), resolved.onWarning);
  }

  /**
   * Opens snapshots of a session; what a page does not pass, it cannot ask for.
   *
   * @example
   * const units = await readFile("units.arrow");
   * const session = await EcephysSession.fromSnapshot({units}, {onWarning: console.info});
   */
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

  /**
   * The presentations of the named stimuli, without columns that no row uses.
   *
   * @example
   * const gratings = await session.stimulusTable("drifting_gratings", {includeDetailedParameters: true});
   */
  async stimulusTable(names?: string | readonly string[] | null, options?: StimulusTableOptions): Promise<ColumnTable> {
    const wanted = typeof names === "string" ? [names] : (names ?? null);
    if (wanted) await this.#warnOfUnknownStimuli(wanted);
    return stimulusTable(await this.#source.presentedStimuli(), wanted, options);
  }

  /**
   * When each block of each stimulus was shown; epochs shorter than their stimulus's threshold (s) are left out.
   *
   * @example
   * const epochs = await session.stimulusEpochs({spontaneous: 90});
   */
  async stimulusEpochs(durationThresholds?: DurationThresholds): Promise<ColumnTable> {
    return stimulusEpochs((await this.#source.presentedStimuli()).presentations, durationThresholds);
  }

  /**
   * The values of each parameter in the given presentations (all, by default), in order of appearance.
   *
   * @example
   * const {orientation} = await session.stimulusParameterValues(null, {dropNulls: false});
   */
  async stimulusParameterValues(
    presentationIds?: Ids | null,
    options?: {dropNulls?: boolean}
  ): Promise<Record<string, StimulusValue[]>> {
    const stimuli = await this.#source.presentedStimuli();
    const rows = await this.#presentationRows(presentationIds);
    return stimulusParameterValues(describePresentations(stimuli, rows, false), options);
  }

  /**
   * The spike times of each unit (s, ascending), in AllenSDK's order; of the given units only, only these are read; in a
   * window of time (both ends included), if one is given. Warns once if the recording has invalid intervals, whose spikes
   * are not removed.
   *
   * @example
   * const trains = await session.spikeTimes([951763702], {time: [100, 200]});
   */
  async spikeTimes(unitIds?: Ids | null, {time}: WindowOptions = {}): Promise<Map<number, Float64Array>> {
    await this.#warnOfInvalidSpikes();
    const ids = unitIds == null ? await this.#source.unitIdsOfSpikes() : await this.#unitIds(unitIds);
    const trains = await this.#source.spikeTrains(ids, time ? [time] : null);
    const within = (train: Float64Array) =>
      time ? train.subarray(lowerBound(train, time[0]), upperBound(train, time[1])) : train;
    return new Map(ids.map((id, i) => [id, within(trains[i])]));
  }

  /** The spans of time (s) whose spikes this session can give: null on an NWB file, for all of it. */
  spikeCoverage(): Promise<readonly TimeWindow[] | null> {
    return this.#source.spikeCoverage();
  }

  /**
   * The bins in which this session can count spikes around onset, where it holds counts in place of spikes: null on an NWB
   * file, for any bins.
   * @throws {SessionError} `not-in-snapshot` on snapshots without counts in bins
   */
  heldBins(): Promise<HeldBins | null> {
    return this.#source.heldBins();
  }

  /** Whether the recording has invalid intervals of a probe (see invalidTimes()), whose spikes are not removed. */
  hasInvalidSpikes(): Promise<boolean> {
    return this.#source.hasInvalidSpikes();
  }

  /** The presentations (of one stimulus, if named) whose spikes this session can give: all, on an NWB file. */
  async presentationsWithSpikes(stimulusName?: string): Promise<number[]> {
    const {presentations} = await this.#source.presentedStimuli();
    if (stimulusName !== undefined) await this.#warnOfUnknownStimuli([stimulusName]);
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
   *
   * @example
   * const edges = [0, 0.05, 0.1];
   * const counts = await session.presentationwiseSpikeCounts(edges, presentationIds, unitIds, {edges: "half-open"});
   *
   * @param binEdges s, relative to onset, not decreasing
   * @returns (stimulus_presentation_id, time_relative_to_stimulus_onset, unit_id), in the order of the ids given
   * @throws {SessionError} `unknown-id`, or `wrong-argument` for edges that decrease
   */
  async presentationwiseSpikeCounts(
    binEdges: ArrayLike<number>,
    presentationIds?: Ids | null,
    unitIds?: Ids | null,
    options: SpikeCountsOptions = {}
  ): Promise<DataArray<SpikeCounts>> {
    requireCountsOptions(options);
    const presentations = await this.#windows(await this.#presentationRows(presentationIds));
    const ids = await this.#unitIds(unitIds);
    this.#warnOfEmpty(presentations, ids);
    await this.#warnOfInvalidSpikes();
    const {domain, warnings} = binDomain(binEdges ?? [], presentations, ids.length, options);
    warnings.forEach(this.#warn);
    const count = binEdges.length;
    const spans = presentations.map((_, row): TimeWindow => [domain[row * count], domain[(row + 1) * count - 1]]);
    const presented = presentations.map(({id}) => id);
    const counted = isPlain(options) && (await this.#source.binnedCounts(binEdges, presented, ids));
    if (counted) return binnedSpikeCounts(binEdges, presented, ids, counted);
    const trains = await this.#source.spikeTrains(ids, spans);
    return presentationwiseSpikeCounts(binEdges, presented, ids, trains, domain, options);
  }

  /**
   * How many spikes each unit fired in each presentation (start < time ≤ stop): one row of the tutorial's matrices per
   * presentation.
   * @returns (stimulus_presentation_id, unit_id), in the order of the ids given
   * @throws {SessionError} `unknown-id`
   */
  async spikeCountsByPresentation(
    presentationIds?: Ids | null,
    unitIds?: Ids | null
  ): Promise<DataArray<Float64Array>> {
    const presentations = await this.#windows(await this.#presentationRows(presentationIds));
    const ids = await this.#unitIds(unitIds);
    this.#warnOfEmpty(presentations, ids);
    await this.#warnOfInvalidSpikes();
    return new DataArray({
      name: "spike_counts",
      dims: ["stimulus_presentation_id", "unit_id"],
      coords: {
        stimulus_presentation_id: Float64Array.from(presentations, ({id}) => id),
        unit_id: Float64Array.from(ids)
      },
      values: await this.#countsInPresentations(presentations, ids)
    });
  }

  /**
   * Statistics of spike counts (or of rates, Hz) over the presentations of each condition; see
   * {@link conditionwiseSpikeStatistics}. Without unitIds, of the units that fired in any of the presentations.
   *
   * @example
   * const rates = await session.conditionwiseSpikeStatistics(presentationIds, unitIds, {useRates: true});
   *
   * @throws {SessionError} `unknown-id`
   */
  async conditionwiseSpikeStatistics(
    presentationIds?: Ids | null,
    unitIds?: Ids | null,
    options?: {useRates?: boolean} | null
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
      durations: options?.useRates ? presentations.map(({start, stop}) => stop - start) : undefined
    });
    if (unitIds != null) return statistics;
    const fired = new Set(ids.filter((_, unit) => presentations.some((_, row) => counts[row * ids.length + unit] > 0)));
    const units = columnValues<number>(statistics, "unit_id");
    const kept = range(units.length).filter((row) => fired.has(units[row]));
    return toTable(takeAllRows(toColumns(statistics), kept));
  }

  /** The time between each presentation and the next: from_presentation_id, to_presentation_id, interval (s). */
  async interPresentationIntervals(): Promise<ColumnTable> {
    return interPresentationIntervals((await this.#source.presentedStimuli()).presentations);
  }

  /** The same, of pairs of presentations that both show one of the named stimuli. */
  async interPresentationIntervalsForStimulus(names: string | readonly string[]): Promise<ColumnTable> {
    const wanted = typeof names === "string" ? [names] : names;
    await this.#warnOfUnknownStimuli(wanted);
    return interPresentationIntervals((await this.#source.presentedStimuli()).presentations, wanted);
  }

  /**
   * The values of each parameter in the presentations of one stimulus, in order of appearance.
   *
   * @example
   * const {orientation} = await session.parameterValuesForStimulus("drifting_gratings", {dropNulls: true});
   */
  async parameterValuesForStimulus(
    name: string,
    options?: {dropNulls?: boolean}
  ): Promise<Record<string, StimulusValue[]>> {
    return stimulusParameterValues(await this.stimulusTable(name), options);
  }

  /** The amplitude of each spike (V), of every unit in the file, whether it passes the filters or not; or of those named. */
  async spikeAmplitudes(unitIds?: Ids | null): Promise<Map<number, Float64Array>> {
    return this.#source.spikeAmplitudes(unitIds == null ? null : idList(unitIds));
  }

  /**
   * The mean waveform of each unit (or of those named) on the channels of its probe: (channel_id, time), µV. With
   * channelsAroundPeak only so many channel numbers on either side of the peak are read; a snapshot gives those it has.
   *
   * @example
   * const waveforms = await session.meanWaveforms([951763702], {channelsAroundPeak: 10});
   */
  async meanWaveforms(
    unitIds?: Ids | null,
    {channelsAroundPeak}: {channelsAroundPeak?: number} = {}
  ): Promise<Map<number, DataArray>> {
    const ids = unitIds == null ? await this.#unitIdsInFileOrder() : await this.#unitIds(unitIds);
    const waveforms = await this.#source.meanWaveforms(ids, channelsAroundPeak);
    return new Map(ids.map((id, i) => [id, waveforms[i]]));
  }

  /** The span of time (s) whose samples this session can give: null on an NWB file, for all of it. */
  timeSpanOf(kind: TimeSeriesKind): Promise<TimeWindow | null> {
    return this.#source.timeSpanOf(kind);
  }

  /**
   * start_time, end_time (s), velocity (cm/s); of a window of time, if given.
   *
   * @example
   * const running = await session.runningSpeed({time: [100, 200]});
   */
  async runningSpeed({time}: WindowOptions = {}): Promise<ColumnTable> {
    return (await this.#source.timeSeries("runningSpeed", time))!;
  }

  /**
   * frame_time (s), net_rotation (radians), signal_voltage, supply_voltage (V); of a window of time, if given.
   *
   * @example
   * const wheel = await session.rawRunningData({time: [100, 200]});
   */
  async rawRunningData({time}: WindowOptions = {}): Promise<ColumnTable> {
    return (await this.#source.timeSeries("rawRunningData", time))!;
  }

  /**
   * Time (s), and the ellipses of corneal reflection, pupil and eye; null for a session without eye tracking.
   *
   * @example
   * const pupil = await session.pupilData({time: [100, 200]});
   */
  async pupilData({time}: WindowOptions = {}): Promise<ColumnTable | null> {
    return this.#source.timeSeries("pupilData", time);
  }

  /**
   * Time (s), areas, and where the eye looked; null for a session without eye tracking.
   *
   * @example
   * const gaze = await session.screenGazeData({includeFilteredData: true, time: [100, 200]});
   */
  async screenGazeData({
    includeFilteredData = false,
    time
  }: WindowOptions & {includeFilteredData?: boolean} = {}): Promise<ColumnTable | null> {
    const gaze = await this.#source.timeSeries("screenGazeData", time);
    if (!gaze || includeFilteredData) return gaze;
    const columns = Object.entries(toColumns(gaze)).filter(([name]) => !name.startsWith("filtered_"));
    return toTable(Object.fromEntries(columns));
  }

  /** The pulses of light: id, start_time, condition, level, stop_time, stimulus_name, duration (s). */
  optogeneticStimulationEpochs(): Promise<ColumnTable> {
    return this.#source.optogeneticStimulation();
  }

  /**
   * The spikes of units around moments, such as the onsets of pulses of light: of each unit one array for each moment, with
   * the spikes from window[0] to window[1] (s from the moment, both ends included), relative to it.
   * @throws {SessionError} `unknown-id`; `not-in-snapshot` for moments whose spikes a snapshot does not hold
   */
  async spikeTimesAround(
    moments: ArrayLike<number>,
    window: TimeWindow,
    unitIds?: Ids | null
  ): Promise<Map<number, Float64Array[]>> {
    requireWindow(window);
    const ids = await this.#unitIds(unitIds);
    await this.#warnOfInvalidSpikes();
    const spans = Array.from(moments, (moment): TimeWindow => [moment + window[0], moment + window[1]]);
    const trains = await this.#source.spikeTrains(ids, spans);
    return new Map(ids.map((id, i) => [id, spikesAround(trains[i], moments, window)]));
  }

  /** The structures that the channels are in, in the order of the channels; null outside the brain. */
  async structureAcronyms(): Promise<(string | null)[]> {
    const channels = await this.channels();
    return [...new Set(Array.from(columnValues<string | null>(channels, acronymColumn(channels))))];
  }

  /** The number of units in each structure, most first. */
  async structurewiseUnitCounts(): Promise<Record<string, number>> {
    const units = await this.units();
    const counts = new Map<string, number>();
    for (const acronym of Array.from(columnValues<string | null>(units, acronymColumn(units)))) {
      if (acronym !== null) counts.set(acronym, (counts.get(acronym) ?? 0) + 1);
    }
    return Object.fromEntries([...counts].sort(([, a], [, b]) => b - a));
  }

  /** What is known of the session, under AllenSDK's names and in its order. */
  async metadata(): Promise<SessionMetadata> {
    const subject = await this.#source.subjectMetadata();
    const [units, channels, probes] = await Promise.all([this.units(), this.channels(), this.probes()]);
    const {presentations} = await this.#source.presentedStimuli();
    return {
      specimen_name: subject.specimen_name,
      session_type: subject.session_type,
      full_genotype: subject.full_genotype,
      sex: subject.sex,
      age_in_days: subject.age_in_days,
      rig_equipment_name: (await this.rigMetadata())?.equipment ?? null,
      num_units: units.numRows(),
      num_channels: channels.numRows(),
      num_probes: probes.numRows(),
      num_stimulus_presentations: presentations.numRows(),
      session_start_time: this.sessionStartTime,
      ecephys_session_id: this.ecephysSessionId,
      structure_acronyms: await this.structureAcronyms(),
      stimulus_names: await this.stimulusNames()
    };
  }

  /** The name of the rig and where its parts stood; null for a session without. */
  rigMetadata(): Promise<RigMetadata | null> {
    return this.#source.rigMetadata();
  }

  /**
   * The local field potential of a probe: (time, channel), V. Samples in invalid intervals are NaN, unless they are asked
   * for. Of a window of time (s, both ends included), only its chunks of the file are read.
   *
   * @example
   * const lfp = await session.lfp(810755797, {time: [100, 102]});
   *
   * @throws {SessionError} `unknown-id`; `no-lfp` where the probe has none
   */
  async lfp(
    probeId: number,
    {maskInvalidIntervals = true, time}: WindowOptions & {maskInvalidIntervals?: boolean} = {}
  ): Promise<DataArray<Float32Array>> {
    return this.#source.lfp(probeId, maskInvalidIntervals, time);
  }

  /**
   * When the LFP of a probe begins and ends (s).
   * @throws {SessionError} as {@link lfp}
   */
  lfpTimeSpan(probeId: number): Promise<TimeWindow> {
    return this.#source.lfpTimeSpan(probeId);
  }

  /**
   * The current source density of a probe around flashes: (virtual_channel_index, time), with vertical_position and
   * horizontal_position (µm) among its coords.
   * @throws {SessionError} as {@link lfp}
   */
  async currentSourceDensity(probeId: number): Promise<DataArray> {
    return this.#source.currentSourceDensity(probeId);
  }

  /**
   * Runs of channels in one structure, in the order in which the channels are given; warns if they are on several probes.
   * @throws {SessionError} `unknown-id`
   */
  async channelStructureIntervals(channelIds: Ids): Promise<StructureIntervals> {
    const {probes, ...intervals} = channelStructureIntervals(await this.channels(), idList(channelIds));
    if (probes > 1) this.#warn(`The structures are those of channels on ${probes} probes, one after the other.`);
    return intervals;
  }

  async #unitIdsInFileOrder(): Promise<readonly number[]> {
    return this.#source.unitIdsOfSpikes();
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
    indicesOf(ids, known, "unit");
    return ids;
  }

  async #presentationRows(presentationIds?: Ids | null): Promise<number[]> {
    const {presentations} = await this.#source.presentedStimuli();
    if (presentationIds == null) return range(presentations.numRows());
    const known = columnValues<number>(presentations, "stimulus_presentation_id");
    return indicesOf(idList(presentationIds), known, "stimulus presentation");
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

  async #warnOfUnknownStimuli(names: readonly string[]): Promise<void> {
    const shown = await this.stimulusNames();
    const unknown = names.filter((name) => !shown.includes(name));
    if (unknown.length) this.#warn(`No stimulus ${unknown.join(", ")} was shown, but ${shown.join(", ")}.`);
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
