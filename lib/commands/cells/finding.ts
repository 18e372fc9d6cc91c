/** What is wrong with a cell, and where it stands on its page; lines and columns are counted from 1. */
export interface Finding {
  page: string;
  line: number;
  column: number;
  message: string;
}

/** What is wrong at an offset of a page. */
export function findingAt(page: string, source: string, offset: number, message: string): Finding {
  const before = source.slice(0, offset);
  return {page, line: before.split("\n").length, column: offset - before.lastIndexOf("\n"), message};
}

/** As TypeScript writes it: `src/index.md:12:3 - error TS2304: Cannot find name 'nope'.` */
export function findingText({page, line, column, message}: Finding): string {
  return `${page}:${line}:${column} - error ${message}`;
}
