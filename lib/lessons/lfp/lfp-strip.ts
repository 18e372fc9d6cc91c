import type {LfpOverview} from "../../session/index.js";
import {NO_LFP} from "./no-lfp.js";

/** How large the LFP of a probe is over the whole recording; the windows that can be chosen are shaded. */
export function lfpStrip(overview: LfpOverview | null | undefined, probe: string | undefined) {
  if (!overview) return NO_LFP;
  const {span, windows, rms} = overview;
  const microvolts = (volts: number) => 1e6 * volts;
  const range = {...rms, minimum: rms.minimum.map(microvolts), maximum: rms.maximum.map(microvolts)};
  return {
    data: [range] as const,
    options: {
      label: "RMS of the LFP (µV)",
      unit: "µV",
      held: windows,
      ariaLabel: `Size of the LFP of ${probe} over the recording`,
      ariaDescription: "The root mean square on the quietest and the loudest channel at moments of the recording"
    },
    caption: `${probe}: the root mean square (RMS) over half a second at ${rms.minimum.length} moments, from the quietest to the loudest channel, over ${((span[1] - span[0]) / 60).toFixed(1)} minutes. Shaded are the windows that you can choose, also with a click; the mark is what is shown below.`
  };
}
