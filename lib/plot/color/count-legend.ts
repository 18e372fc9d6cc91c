import {countText, quantityText} from "../../words/index.js";
import {colorLegend} from "./color-legend.js";
import {countGradient} from "./count-color.js";

/**
 * The colour scale of an image of counts, drawn with its ends and its unit.
 *
 * @example
 * countLegend({maximum: 40, label: "spikes/s", clipped: true});
 */
export function countLegend({
  maximum,
  label,
  clipped = false
}: {
  /** The value at the far end. */
  maximum: number;
  /** What the colours mean, with the unit. */
  label: string;
  /** Whether values beyond the far end have its colour. */
  clipped?: boolean;
}): HTMLDivElement {
  const end = Number.isInteger(maximum) ? countText(maximum) : quantityText(maximum, 3);
  return colorLegend({gradient: countGradient, ends: ["0", clipped ? `≥ ${end}` : end], label});
}
