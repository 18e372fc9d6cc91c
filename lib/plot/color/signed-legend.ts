import {quantityText} from "../../words/index.js";
import {colorLegend} from "./color-legend.js";
import {signedGradient} from "./signed-color.js";

/**
 * The colour scale of an image of signed values, drawn with its ends, its zero and its unit.
 *
 * @param limit the value at the far end, and its negative at the other
 * @param label what the colours mean, with the unit
 * @param clipped whether values beyond the ends have their colours
 */
export function signedLegend({
  limit,
  label,
  clipped = false
}: {
  limit: number;
  label: string;
  clipped?: boolean;
}): HTMLDivElement {
  const end = quantityText(limit, 3);
  return colorLegend({
    gradient: signedGradient,
    ends: clipped ? [`≤ −${end}`, `≥ ${end}`] : [`−${end}`, end],
    label: `${label}, 0 in the middle`
  });
}
