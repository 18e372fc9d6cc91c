/** A table by columns, all of one length. */
export type CsvColumns = Record<string, ArrayLike<unknown>>;

/** Rows to a piece, so that a table of a million rows is never one string. */
const rowsInPiece = 10_000;

/**
 * A table as CSV (RFC 4180), in pieces that belong behind each other: a line of names, then a line for each row. Numbers
 * are written in full; what is missing (null, undefined, NaN) is an empty field, as pandas and R write and read it.
 */
export function csv(columns: CsvColumns): string[] {
  const names = Object.keys(columns);
  const values = Object.values(columns);
  const length = Math.max(0, ...values.map((column) => column.length));
  const pieces = [`${names.map(field).join(",")}\r\n`];
  for (let start = 0; start < length; start += rowsInPiece) {
    let piece = "";
    for (let row = start; row < Math.min(length, start + rowsInPiece); row++) {
      for (let i = 0; i < values.length; i++) piece += (i ? "," : "") + field(values[i][row]);
      piece += "\r\n";
    }
    pieces.push(piece);
  }
  return pieces;
}

function field(value: unknown): string {
  if (value === null || value === undefined || Number.isNaN(value)) return "";
  if (typeof value === "number") return String(value);
  const isList = typeof value === "object" && Symbol.iterator in value;
  const text = isList ? `[${Array.from(value as Iterable<unknown>, String).join(", ")}]` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
