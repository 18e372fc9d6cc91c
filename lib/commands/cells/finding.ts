/** A place on a page; lines and columns are counted from 1. */
export interface Place {
  page: string;
  line: number;
  column: number;
}

/** What is wrong with a cell, and where. */
export interface Finding extends Place {
  message: string;
}

/** The place of an offset of a page. */
export function placeAt(page: string, source: string, offset: number): Place {
  const before = source.slice(0, offset);
  return {page, line: before.split("\n").length, column: offset - before.lastIndexOf("\n")};
}

/** A finding as TypeScript would write it: `src/index.md:12:3 - error TS2304: Cannot find name 'nope'.` */
export function findingText({page, line, column, message}: Finding): string {
  return `${page}:${line}:${column} - error ${message}`;
}

/** Findings in the order of the pages, each once. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const different = new Map(findings.map((finding) => [findingText(finding), finding])).values();
  return [...different].sort((a, b) => a.page.localeCompare(b.page) || a.line - b.line || a.column - b.column);
}
