import type {Decoding} from "../../analysis/decoding/index.js";
import {decimalText} from "../../words/index.js";

/** A normal variable lies within so many standard deviations in 95 % of cases. */
const OF_95_PERCENT = 1.96;

/** How often guessing is right, as a level to draw, with the range of 95 % of cases. */
export interface GuessingLevel {
  name: string;
  value: number;
  low: number;
  high: number;
}

/**
 * How often guessing is right.
 * @param classes how many values there are to guess; 0 if nothing was decoded
 * @param trials of how many presentations
 */
export function guessingLevel(classes: number, trials: number): GuessingLevel {
  const share = 1 / Math.max(1, classes);
  const half = OF_95_PERCENT * Math.sqrt((share * (1 - share)) / Math.max(1, trials));
  return {name: "guessing", value: share, low: Math.max(0, share - half), high: share + half};
}

/** How often guessing is right, as a sentence. */
export function guessingText(decoding: Pick<Decoding, "classes"> | null): string {
  if (!decoding) return "With so many values, guessing is right in one of so many cases.";
  const {length} = decoding.classes;
  return `With ${length} values, guessing is right in ${decimalText(100 / length, 1)} % of cases.`;
}
