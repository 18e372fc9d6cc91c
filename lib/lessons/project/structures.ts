import {rollup, sum} from "d3";
import type {ProjectTables} from "../../session/index.js";
import {countedText, countText, structureName} from "../../words/index.js";
import {type ProjectSession, sessionChoices} from "./sessions.js";

/** How many channels, and units that pass the default filters, a session has in a structure. */
export interface StructureCount {
  ecephys_session_id: number;
  ecephys_structure_acronym: string | null;
  channels: number;
  units: number;
}

/** Structures, and how many units and sessions with units they have: as `d3.rollups` gives them. */
export type CountsByStructure = readonly [acronym: string | null, counts: {units: number; sessions: number}][];

/** A figure shows so many structures, those with most units. */
const MOST = 24;

/** The counts of all sessions; none where the folder lacks the project's tables. */
export function structureCountsOf({present, structureCounts}: ProjectTables): StructureCount[] {
  return present ? (structureCounts.table.objects() as StructureCount[]) : [];
}

/**
 * The units in each structure, as bars; null where there are none.
 * @param counts of all sessions
 * @param byStructure of the chosen sessions, which are drawn strong
 */
export function structureChart(counts: readonly StructureCount[], byStructure: CountsByStructure) {
  const totals = rollup(
    counts,
    (rows) => sum(rows, ({units}) => units),
    (row) => row.ecephys_structure_acronym
  );
  const chosen = new Map(byStructure.map(([acronym, {units}]) => [acronym, units]));
  const withUnits = [...totals].filter(([, units]) => units > 0).sort((a, b) => b[1] - a[1]);
  if (withUnits.length === 0) return null;
  const shown = withUnits.slice(0, MOST);
  const [all, strong] = [sum(totals.values()), sum(chosen.values())];
  const which = shown.length < withUnits.length ? `the ${shown.length} with most` : "all";
  const units =
    strong < all
      ? `of ${countedText(all, "units")} in all, ${countText(strong)} are from sessions that you chose (strong)`
      : `${countedText(all, "units")} in all`;
  return {
    data: [shown.map(([acronym, n]) => ({acronym, units: n, kept: chosen.get(acronym) ?? 0}))] as const,
    options: {
      ariaLabel: "Units in each structure",
      ariaDescription: "One bar per structure; the part in the chosen sessions is drawn strong"
    },
    caption: `Of ${countedText(withUnits.length, "structures")} with units that pass the default filters, ${which} are shown, in anatomical order; ${units}.`
  };
}

/** The structures of the chosen sessions as rows of a table, those with most units first; units also by session type. */
export function structureRows(
  counts: readonly StructureCount[],
  byStructure: CountsByStructure,
  {sessions, chosen}: {sessions: readonly ProjectSession[]; chosen: readonly ProjectSession[]}
): Record<string, string | number>[] {
  const {types} = sessionChoices(sessions);
  const typeOf = new Map(chosen.map(({id, session_type}) => [id, session_type]));
  return byStructure
    .map(([acronym, {units, sessions: found}]) => {
      const own = counts.filter(
        (row) => row.ecephys_structure_acronym === acronym && typeOf.has(row.ecephys_session_id)
      );
      const unitsOf = (type: string) =>
        sum(own, (row) => (typeOf.get(row.ecephys_session_id) === type ? row.units : 0));
      return {
        ecephys_structure_acronym: structureName(acronym),
        units,
        ...Object.fromEntries(types.map((type) => [`units, ${type}`, unitsOf(type)])),
        channels: sum(own, ({channels}) => channels),
        sessions: found
      };
    })
    .sort((a, b) => b.units - a.units);
}
