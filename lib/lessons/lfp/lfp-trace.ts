import {countedText, structureName} from "../../words/index.js";
import type {ChannelRow} from "./channel-rows.js";
import {NO_LFP} from "./no-lfp.js";
import type {ShownLfp} from "./shown-lfp.js";

/** The LFP on one of the channels that are shown. */
export function lfpTrace(shown: ShownLfp | null, {channel, probe}: {channel: ChannelRow | null; probe: string}) {
  const row = shown?.rows.findIndex(({id}) => id === channel?.id) ?? -1;
  if (!shown || !channel || row < 0) return NO_LFP;
  const {times, microvolts, stimuli, timeLabel} = shown;
  return {
    data: [{times, values: microvolts.subarray(row * times.length, (row + 1) * times.length)}] as const,
    options: {
      label: "LFP (µV)",
      unit: "µV",
      timeLabel,
      decimals: 4,
      stimuli,
      ariaLabel: `LFP on channel ${channel.id}`,
      ariaDescription: countedText(times.length, "samples")
    },
    caption: `Channel ${channel.id} in ${structureName(channel.acronym)}, ${channel.position} µm from the tip of ${probe}: ${countedText(times.length, "samples")} of the same window.`
  };
}
