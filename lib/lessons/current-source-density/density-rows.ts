import {bisector} from "d3";
import type {DataArray} from "../../array/index.js";
import {channelStructure, type StructuredChannel} from "../../words/index.js";

/** A channel, as a row of the channels table has it. */
export interface ProbeChannel extends StructuredChannel {
  probe_id: number;
  /** Distance from the tip of the probe, in µm. */
  probe_vertical_position: number;
}

/** A virtual channel, as figures take it. */
export interface DensityRow {
  name: string;
  /** Distance from the tip of the probe, in µm. */
  position: number;
  /** The area of the channel nearest to it; null for none. */
  acronym: string | null;
}

/** The virtual channels of a density, each in the area of the channel of its probe that is nearest to it. */
export function densityRows(
  csd: DataArray | null | undefined,
  channels: readonly ProbeChannel[],
  probeId: number | undefined
): DensityRow[] {
  const own = channels
    .filter(({probe_id}) => probe_id === probeId)
    .sort((a, b) => a.probe_vertical_position - b.probe_vertical_position);
  const nearest = bisector((channel: ProbeChannel) => channel.probe_vertical_position).center;
  return Array.from((csd?.coords.vertical_position ?? []) as ArrayLike<number>, (position, i) => ({
    name: `virtual channel ${i}`,
    position,
    acronym: channelStructure(own[nearest(own, position)])
  }));
}
