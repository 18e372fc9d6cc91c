import {countedText} from "../../words/index.js";
import {
  type CorrelatedUnit,
  hasCorrelations,
  type MatrixOfCorrelations,
  matrixCaption,
  NO_PAIRS
} from "../correlations/index.js";
import {drawnLimit} from "./drawn-limit.js";

/** What a matrix of noise correlations is of. */
export interface NoiseMatrix extends MatrixOfCorrelations {
  units: readonly CorrelatedUnit[];
  /** The correlation of each pair. */
  pairs: Float64Array;
  /** What is drawn: the correlations themselves, or those of a shuffle. */
  drawn: Float64Array;
  /** Of the shuffle that is drawn; null if none is. */
  seed: number | null;
}

/** The noise correlations of all units, or those of a shuffle on the same scale, as an image. */
export function noiseMatrix({units, pairs, drawn, seed, ...matrix}: NoiseMatrix) {
  if (!hasCorrelations(pairs)) return NO_PAIRS;
  const caption = matrixCaption(matrix, {
    between: ";",
    one: "whose counts never vary within a condition",
    several: "whose counts never vary within a condition"
  });
  return {
    data: [drawn, units] as const,
    options: {
      label: seed === null ? "noise correlation" : "noise correlation, shuffled",
      limit: drawnLimit(pairs, {share: 0.98, least: 0.1}),
      ariaLabel: `Noise correlations of ${countedText(units.length, "units")}`,
      ariaDescription: `Matrix of the correlations of spike counts in repeats of ${matrix.stimulus}`
    },
    caption: seed === null ? caption : `Shuffled with seed ${seed}. ${caption}`
  };
}
