import {countedText} from "../../words/index.js";
import {
  type CorrelatedUnit,
  hasCorrelations,
  type MatrixOfCorrelations,
  matrixCaption,
  NO_PAIRS
} from "../correlations/index.js";

/** What a matrix of signal correlations is of. */
export interface SignalMatrix extends MatrixOfCorrelations {
  units: readonly CorrelatedUnit[];
  /** The correlation of each pair. */
  pairs: Float64Array;
  /** The parameters that tuning is to. */
  over: readonly string[];
}

/** The signal correlations of all units, as an image. */
export function signalMatrix({units, pairs, over, ...matrix}: SignalMatrix) {
  if (!hasCorrelations(pairs)) return NO_PAIRS;
  return {
    data: [matrix.correlations, units] as const,
    options: {
      label: "signal correlation",
      ariaLabel: `Signal correlations of ${countedText(units.length, "units")}`,
      ariaDescription: `Matrix of the correlations of tuning to ${over.join(" and ")} of ${matrix.stimulus}`
    },
    caption: matrixCaption(matrix, {
      between: ", over",
      one: "that answers all conditions alike",
      several: "that answer all conditions alike"
    })
  };
}
