import {readFile} from "node:fs/promises";
import {basename, join} from "node:path";
import {TaggedError} from "../tagged-error.js";
import {cachePath} from "./cache-path.js";
import {rowCount} from "./tables/columns.js";
import {readTable, type TableKind} from "./tables/read-table.js";

/** What is known of a table of the project after it was read. */
export interface VerifiedTable {
  path: string;
  state: "missing" | "whole" | "damaged";
  /** How many rows it has; null unless it is whole. */
  rows: number | null;
  /** What should be there, and what is, as phrases; of a damaged one. */
  expected?: string;
  found?: string;
}

/** The tables over all sessions. */
export const TABLES = ["sessions", "probes", "channels", "units"] as const satisfies readonly TableKind[];

/**
 * Reads a table in the cache folder, and says whether it is one: the columns that are needed, as many fields in each row, ids that are whole
 * numbers and each once, a last line that ends. No source publishes what a table should be; so one that was cut short between two
 * lines, or altered to another that could be, is not found out.
 */
export async function verifyTable(directory: string, name: (typeof TABLES)[number]): Promise<VerifiedTable> {
  const path = join(directory, cachePath({kind: "table", name}));
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
    throw error;
  });
  if (text === null) return {path, state: "missing", rows: null};
  const damaged = (expected: string, found: string) => ({path, state: "damaged" as const, rows: null, expected, found});
  try {
    const columns = readTable(name, text, basename(path));
    if (!/[\r\n]$/.test(text)) return damaged("a last line that ends", "one that was cut short");
    return {path, state: "whole", rows: rowCount(columns)};
  } catch (error) {
    if (!(error instanceof TaggedError)) throw error;
    return damaged([error.path, error.expected].filter(Boolean).join(": "), error.found ?? "another");
  }
}
