import type {Condition} from "../../words/index.js";

/** How many repeats there are, and how far luck spreads a correlation over so many. */
export interface LuckOfRepeats {
  /** Of one condition. */
  repeats: number;
  /** In words: 1/√(n − 1) for n repeats. */
  spread: string;
  /** Of all conditions. */
  allRepeats: number;
  /** The same for the z-scores of all: each condition gives up one repeat for its mean. */
  spreadOfAll: string;
  conditions: number;
}

/**
 * What luck alone makes of correlations over the repeats of one condition, and of all.
 * @param conditions of each presentation; NaN for none
 */
export function luckOfRepeats(conditions: readonly number[], condition: Condition | null): LuckOfRepeats {
  const known = conditions.filter((id) => !Number.isNaN(id));
  const repeats = known.filter((id) => id === condition?.stimulus_condition_id).length;
  const count = new Set(known).size;
  return {
    repeats,
    spread: spreadText(repeats),
    allRepeats: known.length,
    spreadOfAll: spreadText(known.length - count + 1),
    conditions: count
  };
}

function spreadText(n: number): string {
  return n > 1 ? (1 / Math.sqrt(n - 1)).toFixed(2) : "not known";
}
