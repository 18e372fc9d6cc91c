import {countedText, countText} from "../../words/index.js";

/**
 * Units in each structure, as bars.
 * @param counts by acronym, the structure with most units first
 * @param units how many units the session has, in a structure or not
 */
export function structureCounts(counts: Readonly<Record<string, number>>, units: number) {
  const structures = Object.entries(counts);
  const within = structures.reduce((sum, [, count]) => sum + count, 0);
  return {
    data: [structures.map(([acronym, count]) => ({acronym, units: count, kept: count}))] as const,
    options: {ariaLabel: "Units in each structure", ariaDescription: "One bar per structure"},
    caption: `${countText(within)} of the ${countedText(units, "units")}, those that pass the default quality filters and lie in a structure, in ${countedText(structures.length, "structures")}; most are in ${structures[0]?.[0] ?? "none"}.`
  };
}
