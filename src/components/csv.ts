/** A table by columns, all of one length, in their order. */
export type CsvColumns = readonly (readonly [name: string, values: ArrayLike<unknown>])[];

/** Rows to a piece, so that a table of a million rows is never one string. */
const ROWS_IN_PIECE = 10_000;

/**
 * A table as CSV (RFC 4180), in pieces that belong behind each other: a line of names, then a line for each row. Numbers
 * are written in full; what is missing (null, undefined, NaN) is an empty field, as pandas and R write and read it. A text that
 * a spreadsheet would take for a formula has an apostrophe before it (see OWASP, CSV injection).
 */
export function csv(columns: CsvColumns): string[] {
  const values = columns.map(([, column]) => column);
  const length = Math.max(0, ...values.map((column) => column.length));
  const pieces = [`${columns.map(([name]) => field(name)).join(",")}\r\n`];
  for (let start = 0; start < length; start += ROWS_IN_PIECE) {
    let piece = "";
    for (let row = start; row < Math.min(length, start + ROWS_IN_PIECE); row++) {
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
  const written = isList ? `[${Array.from(value as Iterable<unknown>, String).join(", ")}]` : String(value);
  const text = isFormula(written) ? `'${written}` : written;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Whether a spreadsheet computes a text instead of showing it; what spells a number ("-0.5") it takes for one, rightly. */
const isFormula = (text: string) => /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text));
