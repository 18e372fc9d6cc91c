import {channelStructure, type StructuredChannel, structureName} from "../../words/index.js";

/** A channel, as a row of the channels table has it. */
export interface Channel extends StructuredChannel {
  id: number;
  /** Distance from the tip of the probe, in µm. */
  probe_vertical_position: number;
}

/** A channel, as figures and choices take it. */
export interface ChannelRow {
  id: number;
  name: string;
  /** Distance from the tip of the probe, in µm. */
  position: number;
  /** Null outside the areas. */
  acronym: string | null;
  /** What the reader chooses it by. */
  choice: string;
}

/**
 * Channels in the order of their ids.
 * @param channels the channels of the session by their ids, of which there must be one for each
 */
export function channelRows(ids: readonly number[], channels: ReadonlyMap<number, Channel>): ChannelRow[] {
  return ids.map((id) => {
    const channel = channels.get(id)!;
    const [position, acronym] = [channel.probe_vertical_position, channelStructure(channel)];
    return {id, name: `channel ${id}`, position, acronym, choice: `${id} (${structureName(acronym)}, ${position} µm)`};
  });
}

/** The middle channel of the visual cortex; none where the probe did not pass it. */
export function suggestedChannel(rows: readonly ChannelRow[]): ChannelRow | undefined {
  const inCortex = rows.filter(({acronym}) => acronym?.startsWith("VIS"));
  return inCortex[Math.floor(inCortex.length / 2)];
}
