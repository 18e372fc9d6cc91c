import {rollups} from "d3";
import {structureName} from "../../words/index.js";
import type {ProjectSession} from "./sessions.js";
import type {CountsByStructure} from "./structures.js";

/** Values, and in how many sessions each is found. */
export type ValueCounts = readonly (readonly [value: string | number, sessions: number])[];

/** What values sessions have: the most frequent first, ages in their order. */
export function surveyOf(
  sessions: readonly ProjectSession[],
  byStructure: CountsByStructure
): [name: string, counts: ValueCounts][] {
  const countsOf = <Value extends string | number>(of: (session: ProjectSession) => Value) =>
    rollups(sessions, (own) => own.length, of).sort((a, b) => b[1] - a[1]);
  const structures = byStructure.map(([acronym, counts]): [string, number] => [
    structureName(acronym),
    counts.sessions
  ]);
  return [
    ["session types", countsOf((session) => session.session_type)],
    ["genotypes", countsOf((session) => session.full_genotype)],
    ["sexes", countsOf((session) => session.sex)],
    ["ages in days", countsOf((session) => session.age_in_days).sort((a, b) => a[0] - b[0])],
    ["structures", structures.sort((a, b) => b[1] - a[1])]
  ];
}

/** Values and how many sessions have each, in words. */
export function countsText(counts: ValueCounts): string {
  return counts.map(([value, sessions]) => `${value} (${sessions})`).join(", ") || "none";
}
