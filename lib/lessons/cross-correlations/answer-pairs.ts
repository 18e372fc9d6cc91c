import type {PlantedTruth} from "../../session/index.js";
import {countedText, countText} from "../../words/index.js";
import {testsAmong, unitsOnProbes} from "./compare-pairs.js";
import type {TrainUnit} from "./pair-of-trains.js";

/**
 * How many tests a comparison of all pairs of the units of some probes makes, and how many of them chance lets through.
 * @param level of each test, or of all together with Bonferroni's correction
 * @param planted the connections that a synthetic session has among all units of the page
 */
export function answerPairs(
  all: readonly TrainUnit[],
  probes: readonly string[],
  level: number,
  planted: PlantedTruth["connections"]
): string {
  const units = unitsOnProbes(all, probes).length;
  const tests = testsAmong(units);
  const byChance = (tests * level).toLocaleString("en-US", {maximumFractionDigits: 1});
  const product = `${countText(units)} × ${countText(Math.max(0, units - 1))} = ${countText(tests)}`;
  const known = planted.length
    ? ` In this synthetic session ${countedText(planted.length, "connections")} ${planted.length === 1 ? "was" : "were"} planted among the units shown: some strong and exact, most so weak or so inexact in time that a test finds only some of them.`
    : "";
  return `${countedText(units, "units")} ${units === 1 ? "makes" : "make"} ${product} tests, two for each pair. Without a correction, a level of ${level} would let ${byChance} of them through by chance. With Bonferroni’s, it is at most ${level} in all.${known}`;
}
