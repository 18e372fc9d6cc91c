import {columnValues} from "../../snapshot/index.js";
import {TaggedError} from "../../tagged-error.js";
import {toTable} from "../columns.js";
import type {EcephysSession} from "../ecephys-session.js";
import type {TimeWindow} from "../recordings/time-window.js";
import {intervalsTagged} from "../tables/invalid-times.js";
import type {Content} from "./snapshot-content.js";

/** What a snapshot of LFP or of current source density says of itself. */
export interface ProbeSnapshotDetails {
  /** Null if the session has no LFP of a probe of this name. */
  probeId: number | null;
}

/** What a snapshot of LFP says besides. */
export interface LfpSnapshotDetails extends ProbeSnapshotDetails {
  channels: number[];
  window: TimeWindow | null;
  /** The intervals of the window that are invalid (s). */
  invalid: TimeWindow[];
}

/** How much LFP a snapshot around the first flash holds (s), and how long before the flash it begins. */
export const LFP_WINDOW = {duration: 4, before: 0.5};

/** How long the other windows are (s), and how many there are, from the beginning of the recording to its end. */
export const OTHER_LFP_WINDOWS = {duration: 2, count: 3};

/**
 * The windows of a probe's LFP of which there are snapshots, in s: first the one around the first flash, unless no flash was
 * shown while it was recorded, then the others in the order of time.
 */
export async function lfpWindows(session: EcephysSession, probeId: number): Promise<TimeWindow[]> {
  const [start, stop] = await session.lfpTimeSpan(probeId);
  const within = ([from, duration]: [number, number]): TimeWindow => [from, Math.min(stop, from + duration)];
  const flashes = await session.stimulusTable("flashes");
  const first = flashes.numRows() > 0 ? (flashes.get("start_time", 0) as number) - LFP_WINDOW.before : Number.NaN;
  const {duration, count} = OTHER_LFP_WINDOWS;
  const last = Math.max(start, stop - duration);
  const others = Array.from({length: count}, (_, i) => start + ((last - start) * i) / (count - 1));
  return [
    within([first >= start && first < stop ? first : start, LFP_WINDOW.duration]),
    ...others.map((from) => within([from, duration]))
  ];
}

/**
 * The LFP of a probe in one of its windows: time (s), lfp (a list: the channels, V). Samples in invalid intervals are kept;
 * the details say where these are.
 * @param window the place of the window in {@link lfpWindows}
 */
export async function lfpSnapshot(
  session: EcephysSession,
  probe: string,
  window = 0
): Promise<Content<LfpSnapshotDetails>> {
  const probeId = await probeWithLfp(session, probe);
  if (probeId === null) {
    return {table: toTable({time: [], lfp: []}), details: {probeId, channels: [], window: null, invalid: []}};
  }
  const wanted = (await lfpWindows(session, probeId))[window];
  const lfp = await session.lfp(probeId, {time: wanted, maskInvalidIntervals: false});
  const {time, channel} = lfp.coords;
  const span: TimeWindow = [time[0], time[time.length - 1]];
  const invalid = intervalsTagged(await session.invalidTimes(), ["all_probes", probe])
    .map(({start, stop}): TimeWindow => [start, stop])
    .filter(([start, stop]) => start <= span[1] && span[0] <= stop);
  return {
    table: toTable({
      time: Float64Array.from(time),
      lfp: Array.from(time, (_, row) => lfp.values.subarray(row * channel.length, (row + 1) * channel.length))
    }),
    details: {probeId, channels: Array.from(channel), window: span, invalid}
  };
}

/** What a snapshot of current source density says besides. */
export interface CsdSnapshotDetails extends ProbeSnapshotDetails {
  /** s from the flash */
  time: number[];
}

/**
 * The current source density of a probe, in single precision: vertical_position, horizontal_position (µm),
 * current_source_density (a list over time).
 */
export async function currentSourceDensitySnapshot(
  session: EcephysSession,
  probe: string
): Promise<Content<CsdSnapshotDetails>> {
  const probeId = await probeWithLfp(session, probe);
  if (probeId === null) {
    const columns = {vertical_position: [], horizontal_position: [], current_source_density: []};
    return {table: toTable(columns), details: {probeId, time: []}};
  }
  const {coords, shape, values} = await session.currentSourceDensity(probeId);
  const samples = shape[1];
  return {
    table: toTable({
      vertical_position: Float64Array.from(coords.vertical_position),
      horizontal_position: Float64Array.from(coords.horizontal_position),
      current_source_density: Array.from({length: shape[0]}, (_, row) =>
        Float32Array.from(values.subarray(row * samples, (row + 1) * samples))
      )
    }),
    details: {probeId, time: Array.from(coords.time)}
  };
}

/** A probe that has LFP, and its file at hand; null if there is none of this name. */
export async function probeWithLfp(session: EcephysSession, name: string): Promise<number | null> {
  const probes = await session.probes();
  const row = Array.from(columnValues<string>(probes, "description")).indexOf(name);
  if (row < 0 || !probes.get("has_lfp_data", row)) return null;
  const id = probes.get("id", row) as number;
  try {
    await session.lfpTimeSpan(id);
    return id;
  } catch (error) {
    if (error instanceof TaggedError && ["not-found", "no-lfp"].includes(error.tag)) return null;
    throw error;
  }
}
