import {readFile} from "node:fs/promises";
import {basename} from "node:path";
import {TaggedError} from "../tagged-error.js";
import {rowCount} from "./tables/columns.js";
import {readTable, type TableKind} from "./tables/read-table.js";
import {type Verified, verifyFile} from "./verify-file.js";

/** What is known of a table of the project after it was read. */
export interface VerifiedTable extends Pick<Verified, "path" | "state" | "against" | "expected" | "found"> {
  /** How many rows it has; null unless it is whole. */
  rows: number | null;
}

/** The tables over all sessions. */
export const TABLES = ["sessions", "probes", "channels", "units"] as const satisfies readonly TableKind[];

/**
 * Reads a table in the cache folder, and says whether it is what was written down when it was fetched, and a table: the columns that are
 * needed, as many fields in each row, ids that are whole numbers and each once, a last line that ends. Of one that someone else put
 * there nobody says what it should be, as each source writes it in another way; so it is not found out when that was cut short between
 * two lines, or altered to another that could be.
 */
export async function verifyTable(directory: string, name: (typeof TABLES)[number]): Promise<VerifiedTable> {
  const {path, state, against, expected, found} = await verifyFile({kind: "table", name}, {directory, sources: []});
  if (state !== "whole") return {path, state, against, rows: null, expected, found};
  const damaged = (expected: string, found: string): VerifiedTable => {
    return {path, state: "damaged", against, rows: null, expected, found};
  };
  const text = await readFile(path, "utf8");
  try {
    const columns = readTable(name, text, basename(path));
    if (!/[\r\n]$/.test(text)) return damaged("a last line that ends", "one that was cut short");
    return {path, state, against, rows: rowCount(columns)};
  } catch (error) {
    if (!(error instanceof TaggedError)) throw error;
    return damaged([error.path, error.expected].filter(Boolean).join(": "), error.found ?? "another");
  }
}
