/** A table as text: the first column is aligned left, the others right, as numbers are read. */
export function printedTable(headings: string[], rows: (string | number)[][]): string {
  const cells = [headings, ...rows].map((row) => row.map(String));
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const line = (row: string[]) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join("  ");
  const [head, ...body] = cells.map(line);
  return [head, "─".repeat(head.length), ...body].join("\n");
}
