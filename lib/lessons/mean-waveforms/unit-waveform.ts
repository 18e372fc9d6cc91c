import type {DataArray} from "../../array/index.js";
import {channelStructure, countedText, type StructuredChannel, structureName} from "../../words/index.js";
import {milliseconds} from "./milliseconds.js";
import {NO_UNITS} from "./no-units.js";
import type {WaveformUnit} from "./waveform-unit.js";

/** A channel, as a row of the channels table has it. */
export interface SiteChannel extends StructuredChannel {
  id: number;
  probe_id: number;
  /** µm across the probe, and along it from the tip. */
  probe_horizontal_position: number;
  probe_vertical_position: number;
}

/** The waveform of a unit on one channel. */
export interface WaveformSite {
  name: string;
  /** µm from the tip of the probe; vertical is the same. */
  position: number;
  vertical: number;
  /** µm across the probe */
  horizontal: number;
  acronym: string | null;
  /** µV */
  values: ArrayLike<number>;
  isPeak: boolean;
}

/** The waveform of one unit on channels around its peak. */
export interface UnitWaveform {
  unit: WaveformUnit;
  sites: WaveformSite[];
  /** ms */
  times: Float64Array;
  caption: string;
}

/**
 * @param unit null where there are no units
 * @param waveform channels × time (µV)
 * @param ids the channels to show, in their order
 * @param channels of the session
 */
export function unitWaveform(
  unit: WaveformUnit | null,
  {waveform, ids, channels}: {waveform?: DataArray; ids: readonly number[]; channels: readonly SiteChannel[]}
): UnitWaveform | null {
  if (!unit || !waveform) return null;
  const channelOf = new Map(channels.map((channel) => [channel.id, channel]));
  const sites = ids.map((id) => {
    const channel = channelOf.get(id)!;
    return {
      name: `channel ${id}`,
      position: channel.probe_vertical_position,
      vertical: channel.probe_vertical_position,
      horizontal: channel.probe_horizontal_position,
      acronym: channelStructure(channel),
      values: waveform.sel("channel_id", id).values,
      isPeak: id === unit.peak_channel_id
    };
  });
  const times = milliseconds(waveform);
  const duration = `${times.at(-1)?.toFixed(2)} ms`;
  return {
    unit,
    sites,
    times,
    caption: `Unit ${unit.unit_id} in ${structureName(unit.ecephys_structure_acronym)} on ${unit.probe_description}: ${countedText(sites.length, "channels")} around the peak channel ${unit.peak_channel_id}, ${countedText(times.length, "samples")} over ${duration}. Each trace spans the same ${duration}, and the strong one is the peak channel.`
  };
}

/** A unit's waveform as an image, a row for each channel. */
export function waveformImage(shown: UnitWaveform | null) {
  if (!shown) return {empty: NO_UNITS, caption: ""};
  const {unit, sites, times} = shown;
  return {
    data: [{values: sites.flatMap(({values}) => Array.from(values)), times, rows: sites}] as const,
    options: {
      label: "µV",
      timeLabel: "time (ms)",
      timeUnit: "ms",
      timeDecimals: 3,
      ariaLabel: `Mean waveform of unit ${unit.unit_id} as an image`,
      ariaDescription: `${countedText(sites.length, "channels")} from the surface down by ${countedText(times.length, "samples")}`
    },
    caption: ""
  };
}

/** A unit's waveform as traces, each where its channel lies on the probe. */
export function waveformTraces({unit, sites, times}: UnitWaveform) {
  return {
    data: [sites] as const,
    options: {
      times,
      ariaLabel: `Mean waveform of unit ${unit.unit_id} laid out on the probe`,
      ariaDescription: `${sites.length} traces, each where its channel lies on the probe`
    },
    caption: ""
  };
}
