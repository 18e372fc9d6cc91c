import type {TimeWindow} from "../../session/index.js";
import {countedText} from "../../words/index.js";
import {NO_LFP} from "./no-lfp.js";
import {type ShownLfp, WITHIN_SCALE} from "./shown-lfp.js";

/**
 * LFP along a probe as an image.
 * @param probe its name
 * @param time what is shown of the session (s)
 * @param held the window that it is a part of (s)
 * @param limit where the scale ends (µV): {@link largeMagnitude} of the window
 */
export function lfpImage(
  shown: ShownLfp | null,
  {probe, time, held, limit}: {probe: string; time: TimeWindow; held: TimeWindow; limit: number}
) {
  if (!shown) return NO_LFP;
  const {rows, times, microvolts, stimuli, timeLabel} = shown;
  return {
    data: [{values: microvolts, times, rows}] as const,
    options: {
      label: "µV",
      limit,
      timeLabel,
      stimuli,
      ariaLabel: `LFP of ${probe}`,
      ariaDescription: `${countedText(rows.length, "channels")} from the surface down by ${countedText(times.length, "samples")}`
    },
    caption: `${probe}: ${countedText(rows.length, "channels")} by ${countedText(times.length, "samples")}, from ${time[0].toFixed(2)} to ${time[1].toFixed(2)} s of the session. The scale ends at the ${100 * WITHIN_SCALE}th percentile of the magnitudes of all ${(held[1] - held[0]).toFixed(1)} s of the window.`
  };
}
