import {countedText, countText} from "../../words/index.js";
import type {UnitChoice} from "./quality-metrics.js";

/** What is read out of a unit. */
export interface RatedUnit {
  snr: number;
  /** spikes/s */
  firing_rate: number;
}

/**
 * How units are drawn on their probes, by depth and area.
 * @param channels the channels of all probes, with their areas
 */
export function unitDepths<Channel>(units: readonly RatedUnit[], channels: readonly Channel[], probes: number) {
  return {
    channels,
    describe: (unit: RatedUnit) => `snr ${unit.snr.toFixed(2)}, ${unit.firing_rate.toFixed(1)} spikes/s`,
    ariaLabel: "Units by probe, depth and area",
    ariaDescription: `${countedText(units.length, "units")} as dots on ${countedText(probes, "probes")}; those that pass the thresholds are drawn strong`
  };
}

/** What is drawn there, and which units are drawn strong. */
export function depthCaption(units: number, probes: number, {kept, snrAbove, rateAbove, ranges}: UnitChoice): string {
  const rate = rateAbove > 0 ? ` and a firing rate above ${rateAbove} spikes/s` : "";
  const within = Object.keys(ranges).length > 0 ? ", and within your ranges below" : "";
  return `${countedText(units, "units")} ${units === 1 ? "passes" : "pass"} the default quality filters, on ${countedText(probes, "probes")}; strong dots are the ${countText(kept)} with snr > ${snrAbove}${rate}${within}.`;
}
