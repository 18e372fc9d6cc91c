import {type ColumnTable, escape as ofRow} from "arquero";
import {extent} from "d3";
import type {ProjectTables} from "../../session/index.js";

/** So many sessions of Visual Coding Neuropixels are published. */
const PUBLISHED = 58;

/** A session, as a row of the project's table of sessions. */
export interface ProjectSession {
  id: number;
  session_type: string;
  age_in_days: number;
  sex: string;
  full_genotype: string;
  unit_count: number;
  probe_count: number;
  published_at: Date | string;
}

/** All sessions of a project; none where the folder lacks its tables. */
export function sessionsOf({present, sessions}: ProjectTables): ProjectSession[] {
  return present ? (sessions.table.objects() as ProjectSession[]) : [];
}

/** How many sessions the project gave, where the page has all of them. */
export function projectSizeText(sessions: readonly ProjectSession[]): string {
  return sessions.length === PUBLISHED ? String(PUBLISHED) : "many";
}

/** What folder the tables are of, where it is that of the synthetic session. */
export function folderText(isSample: boolean): string {
  return isSample
    ? "Here it is the folder of the synthetic session. It holds that session’s files; the other sessions are synthetic too, and only tables of them exist. With a folder of your own, this page shows yours."
    : "";
}

/** The rows of a table that belong to sessions. */
export function rowsOfSessions(table: ColumnTable, sessions: readonly ProjectSession[]): ColumnTable {
  const ids = new Set(sessions.map(({id}) => id));
  return table.filter(ofRow((row: {ecephys_session_id: number}) => ids.has(row.ecephys_session_id)));
}

/** What there is to choose sessions by. */
export function sessionChoices(sessions: readonly ProjectSession[]) {
  const valuesOf = (name: "session_type" | "full_genotype" | "sex") =>
    [...new Set(sessions.map((session) => session[name]))].sort();
  return {
    types: valuesOf("session_type"),
    genotypes: valuesOf("full_genotype"),
    sexes: valuesOf("sex"),
    ages: ageRange(sessions)
  };
}

/** The day of a date, as a table shows it. */
export function dayText(date: unknown): string {
  return date instanceof Date ? date.toISOString().slice(0, 10) : String(date);
}

/** The youngest and the oldest mouse (days), as the limits of a slider: never the same. */
function ageRange(sessions: readonly ProjectSession[]): [youngest: number, oldest: number] {
  const [youngest, oldest] = extent(sessions, (session) => session.age_in_days);
  if (youngest === undefined || oldest === undefined) return [0, 1];
  return youngest < oldest ? [youngest, oldest] : [youngest - 1, oldest + 1];
}
