import {DEFAULT_UNIT_LIMITS} from "../../session/index.js";
import {countedText, countText} from "../../words/index.js";

/** What the reader keeps units by. */
export interface UnitChoice {
  /** How many units are kept. */
  kept: number;
  /** The signal-to-noise ratio that a unit must exceed. */
  snrAbove: number;
  /** The firing rate that a unit must exceed (spikes/s); 0 is no threshold. */
  rateAbove: number;
  /** The range of each metric that is filtered by. */
  ranges: Readonly<Record<string, readonly [least: number, most: number]>>;
}

const METRICS = [
  {name: "snr", label: "snr"},
  {name: "firing_rate", label: "firing_rate (spikes/s)"},
  {name: "isi_violations", label: "isi_violations", limit: DEFAULT_UNIT_LIMITS.isiViolationsMaximum},
  {name: "amplitude_cutoff", label: "amplitude_cutoff", limit: DEFAULT_UNIT_LIMITS.amplitudeCutoffMaximum},
  {name: "presence_ratio", label: "presence_ratio", limit: DEFAULT_UNIT_LIMITS.presenceRatioMinimum},
  {name: "d_prime", label: "d_prime"}
] as const;

/** Six measures of the quality of units, each with its values, and the limit of AllenSDK's filter where it has one. */
export function qualityMetrics(units: readonly Readonly<Record<(typeof METRICS)[number]["name"], number>>[]) {
  return METRICS.map((metric) => ({...metric, values: units.map((unit) => unit[metric.name])}));
}

/** What the histograms of quality show. */
export function qualityCaption(units: number, {kept, snrAbove, rateAbove, ranges}: UnitChoice): string {
  const round = (value: number) => Number(value.toPrecision(3));
  const named = Object.entries(ranges).map(
    ([name, [least, most]]) => `, ${name} from ${round(least)} to ${round(most)}`
  );
  const rate = rateAbove > 0 ? `, a firing rate above ${rateAbove} spikes/s` : "";
  return `n = ${countedText(units, "units")}; strong are the ${countText(kept)} that are kept, with snr > ${snrAbove}${rate}${named.join("")}. Dashed lines are the default filters: what they removed is not in the data any more.`;
}
