/** Rows that follow each other and lie in one area. */
export interface StructureRun {
  /** The area; null for none. */
  acronym: string | null;
  /** First row. */
  start: number;
  /** Row after the last. */
  stop: number;
}

/** The runs of equal areas in a column of acronyms that is already sorted. */
export function structureRuns(acronyms: readonly (string | null)[]): StructureRun[] {
  const runs: StructureRun[] = [];
  acronyms.forEach((acronym, row) => {
    const last = runs.at(-1);
    if (last && last.acronym === acronym) last.stop = row + 1;
    else runs.push({acronym, start: row, stop: row + 1});
  });
  return runs;
}
