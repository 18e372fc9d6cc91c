import {countText} from "../../words/index.js";
import {testsAmong} from "./compare-pairs.js";

/**
 * How many tests a comparison of all pairs of units makes, and how many of them chance lets through.
 * @param level of each test, or of all together with Bonferroni's correction
 * @param planted how many connections a synthetic session has among the units that are shown
 */
export function answerPairs(units: number, level: number, planted: number): string {
  const tests = testsAmong(units);
  const byChance = (tests * level).toLocaleString("en-US", {maximumFractionDigits: 1});
  const product = `${countText(units)} × ${countText(Math.max(0, units - 1))} = ${countText(tests)}`;
  const known = planted ? ` In this synthetic session ${planted} connections were planted among the units shown.` : "";
  return `${countText(units)} units make ${product} tests, two for each pair. Without a correction, a level of ${level} would let ${byChance} of them through by chance. With Bonferroni’s, it is at most ${level} in all.${known}`;
}
