import type {EcephysSession} from "../session/index.js";
import {intervalsTagged, type LfpSnapshotDetails, type TimeWindow, toTable} from "../session/snapshots/index.js";
import {indices, PROBES} from "./parameters.js";
import {probeWithLfp} from "./probe-with-lfp.js";
import type {SnapshotContent, SnapshotMaker} from "./snapshot-maker.js";

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
 * @param window the index of the window in {@link lfpWindows}
 */
export async function lfpSnapshot(
  session: EcephysSession,
  probe: string,
  window = 0
): Promise<SnapshotContent<LfpSnapshotDetails>> {
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

export const lfp: SnapshotMaker<"probe" | "window"> = {
  parameters: {probe: PROBES, window: indices(1 + OTHER_LFP_WINDOWS.count)},
  make: (session, {probe, window}) => lfpSnapshot(session, probe, Number(window))
};
