import {lowerBound, upperBound} from "../analysis/counting/index.js";
import type {EcephysSession} from "../session/index.js";
import {type LfpOverviewDetails, type TimeWindow, toTable} from "../session/snapshots/index.js";
import {lfpWindows} from "./lfp.js";
import {PROBES} from "./parameters.js";
import {probeWithLfp} from "./probe-with-lfp.js";
import type {SnapshotContent, SnapshotMaker} from "./snapshot-maker.js";

/** At how many moments of the recording it is looked at, and for how long each (s). */
export const LFP_MOMENTS = {count: 60, duration: 0.5};

/** A recording of at most so many values is read at once; of a longer one, the chunks of the file that hold the moments. */
const READ_AT_ONCE = 2 ** 26;

/**
 * How large a probe's LFP is over the whole recording: at evenly spaced moments, the root mean square over half a second on
 * the quietest and on the loudest channel, as bin_start (s), rms_minimum, rms_maximum (V); NaN in invalid intervals. A file
 * of a thousand million samples is looked into, not read.
 */
export async function lfpOverviewSnapshot(
  session: EcephysSession,
  probe: string
): Promise<SnapshotContent<LfpOverviewDetails>> {
  const probeId = await probeWithLfp(session, probe);
  if (probeId === null) {
    const columns = {bin_start: [], rms_minimum: [], rms_maximum: []};
    return {table: toTable(columns), details: {probeId, span: null, windows: []}};
  }
  const span = await session.lfpTimeSpan(probeId);
  const width = (span[1] - span[0]) / LFP_MOMENTS.count;
  const starts = Float64Array.from({length: LFP_MOMENTS.count}, (_, i) => span[0] + i * width);
  const [least, most] = [new Float32Array(starts.length), new Float32Array(starts.length)];
  const read = await reader(session, probeId, span);
  for (let i = 0; i < starts.length; ++i) {
    const middle = starts[i] + width / 2;
    const half = Math.min(LFP_MOMENTS.duration, width) / 2;
    const {values, channels} = await read([middle - half, middle + half]);
    const loudness = rootMeanSquares(values, channels);
    least[i] = Math.min(...loudness);
    most[i] = Math.max(...loudness);
  }
  return {
    table: toTable({bin_start: starts, rms_minimum: least, rms_maximum: most}),
    details: {probeId, span, windows: await lfpWindows(session, probeId)}
  };
}

type Read = (window: TimeWindow) => Promise<{values: Float32Array; channels: number}>;

/** Gives the values of a window, time by time; chunks of the file are long, so a short recording is decompressed only once. */
async function reader(session: EcephysSession, probeId: number, span: TimeWindow): Promise<Read> {
  const beginning = await session.lfp(probeId, {time: [span[0], span[0] + 1]});
  if (beginning.values.length * (span[1] - span[0]) > READ_AT_ONCE)
    return async (time) => {
      const {values, coords} = await session.lfp(probeId, {time});
      return {values, channels: coords.channel.length};
    };
  const {values, coords} = await session.lfp(probeId, {time: span});
  const [times, channels] = [coords.time as Float64Array, coords.channel.length];
  return async ([start, stop]) => ({
    values: values.subarray(lowerBound(times, start) * channels, upperBound(times, stop) * channels),
    channels
  });
}

/** Of each channel; NaN where there is no sample, or an invalid one. */
function rootMeanSquares(values: Float32Array, channels: number): Float64Array {
  const samples = values.length / channels;
  const squares = new Float64Array(channels);
  for (let i = 0; i < values.length; ++i) squares[i % channels] += values[i] * values[i];
  return squares.map((sum) => Math.sqrt(sum / samples));
}

export const lfpOverview: SnapshotMaker<"probe"> = {
  parameters: {probe: PROBES},
  make: (session, {probe}) => lfpOverviewSnapshot(session, probe)
};
