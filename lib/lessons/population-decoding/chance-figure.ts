import type {ChanceLevel, Decoding} from "../../analysis/decoding/index.js";
import {decimalText, percentText} from "../../words/index.js";

/** The accuracies with what was shown shuffled, beside that of the real order; `chance` is null before it is computed. */
export function chanceFigure(chance: ChanceLevel | null, {decoding, seed}: {decoding: Decoding | null; seed: number}) {
  if (!chance || !decoding) return {empty: "Not computed yet. Press “Shuffle”.", caption: ""};
  const {accuracies, mean, upper, p} = chance;
  const {accuracy} = decoding;
  const leastP = decimalText(1 / (1 + accuracies.length), 3);
  return {
    data: [accuracies] as const,
    options: {
      label: "accuracy with shuffled values",
      counted: "shuffles",
      bins: 12,
      limit: {value: accuracy, keep: "below" as const},
      ariaLabel: "Histogram of accuracies with shuffled values",
      ariaDescription: `${accuracies.length} shuffles`
    },
    caption: `${accuracies.length} shuffles, seed ${seed}: ${percentText(mean, 1)} right on average, 95 % of them below ${percentText(upper, 1)}; the real order has ${percentText(accuracy, 1)} (p = ${decimalText(p, 3)}, of which ${leastP} is the least that so many shuffles can show).`
  };
}
