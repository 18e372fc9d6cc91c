import type {AccuracyOfUnits} from "../../analysis/decoding/index.js";
import {countedText} from "../../words/index.js";
import {ACCURACY_AXIS, accuracyLine} from "./accuracy-line.js";
import type {DecoderChoice} from "./decoders.js";
import {guessingLevel} from "./guessing.js";

/** About evenly spaced on a logarithmic axis. */
const UNIT_COUNTS = [1, 2, 3, 5, 8, 12, 20, 30, 50, 80, 120, 200, 300, 500];

/** How many units to take, up to all of them. */
export function unitCounts(most: number): number[] {
  return [...new Set([...UNIT_COUNTS, most].filter((n) => n <= most))];
}

/** What the figure is of. */
export interface UnitCountFigure {
  /** How many values were decoded. */
  classes: number;
  /** How many presentations. */
  trials: number;
  /** How many random choices of each number of units. */
  choices: number;
  seed: number;
  decoder: DecoderChoice;
}

/** Accuracy by the number of units; `byUnits` is null before it is computed. */
export function unitCountFigure(
  byUnits: readonly AccuracyOfUnits[] | null,
  {classes, trials, choices, seed, decoder}: UnitCountFigure
) {
  if (!byUnits) return {empty: "Not computed yet. Press “Take fewer units”.", caption: ""};
  const points = byUnits.map(({units, mean, deviation}) => {
    const spread = deviation || 0; // NaN for one choice
    return {x: units, y: mean, low: mean - spread, high: mean + spread};
  });
  return {
    data: [[accuracyLine(points)]] as const,
    options: {
      ...ACCURACY_AXIS,
      xLabel: "units",
      level: guessingLevel(classes, trials),
      ariaLabel: "Accuracy by the number of units"
    },
    caption: `${choices} random choices of each number of units, seed ${seed}, ${countedText(trials, "presentations")}, ${decoder.name}. Grey: what guessing gives, with its 95 % range.`
  };
}
