import type {DataArray} from "../array/index.js";
import type {EcephysSession} from "../session/index.js";
import {idColumn, toTable} from "../session/snapshots/index.js";
import type {SnapshotContent, SnapshotMaker} from "./snapshot-maker.js";

/** How many channel numbers on either side of a unit's peak channel a snapshot keeps. */
export const CHANNELS_AROUND_PEAK = 10;

/**
 * The mean waveform of each unit on the channels around its peak (with 0, on its peak channel alone), in single precision: unit_id, channel_id (a list),
 * sampling_rate (Hz), mean_waveform (a list: channels × samples, µV).
 */
export async function meanWaveformsSnapshot(
  session: EcephysSession,
  channelsAroundPeak = CHANNELS_AROUND_PEAK
): Promise<SnapshotContent> {
  const units = await session.units();
  const peaks = new Map(
    units.objects().map((unit) => {
      const {unit_id, peak_channel_id, probe_sampling_rate} = unit as Record<string, number>;
      return [unit_id, {peak: peak_channel_id, samplingRate: probe_sampling_rate}];
    })
  );
  const numbers = new Map(
    (await session.channels()).objects().map((channel) => {
      const {id, probe_channel_number} = channel as Record<string, number>;
      return [id, probe_channel_number];
    })
  );
  const waveforms = await session.meanWaveforms(null, {channelsAroundPeak});
  const ids = [...waveforms.keys()];
  const cut = Array.from(waveforms, ([id, waveform]) => {
    const peak = numbers.get(peaks.get(id)!.peak)!;
    return aroundPeak(waveform, (channel) => Math.abs(numbers.get(channel)! - peak) <= channelsAroundPeak);
  });
  return {
    table: toTable({
      unit_id: idColumn(ids),
      sampling_rate: Float64Array.from(ids, (id) => peaks.get(id)!.samplingRate),
      channel_id: cut.map(({channels}) => channels),
      mean_waveform: cut.map(({values}) => values)
    }),
    details: undefined
  };
}

function aroundPeak(waveform: DataArray, isNear: (channel: number) => boolean) {
  const samples = waveform.shape[1];
  const rows = Array.from(waveform.coords.channel_id, (channel, row) => ({channel, row})).filter(({channel}) =>
    isNear(channel)
  );
  const values = new Float32Array(rows.length * samples);
  rows.forEach(({row}, i) => {
    values.set(waveform.values.subarray(row * samples, (row + 1) * samples), i * samples);
  });
  return {channels: idColumn(rows.map(({channel}) => channel)), values};
}

export const meanWaveforms: SnapshotMaker<never> = {
  parameters: {},
  make: (session) => meanWaveformsSnapshot(session)
};

export const peakWaveforms: SnapshotMaker<never> = {
  parameters: {},
  make: (session) => meanWaveformsSnapshot(session, 0)
};
