import type {SharpPeak} from "../../analysis/correlograms/index.js";
import {probabilityText} from "./probability-text.js";

/** What the test for a sharp peak found of two units. */
export function peakSentence({p, lag, count, expected, efficacy}: SharpPeak): string {
  if (!(Number.isFinite(p) && count > 0)) return "For these two units there are no pairs of spikes with such lags.";
  const where = `For these two units the highest of these bins is at ${(lag * 1000).toFixed(2)} ms`;
  const chance = `The probability of so many is ${probabilityText(p)}.`;
  const each = `Each spike of the fixed unit adds ${efficacy.toFixed(4)} spikes of the moving one in this bin.`;
  return `${where}: ${count} pairs of spikes, where ${expected.toFixed(1)} are expected. ${chance} ${each}`;
}
