import {type FetchTextOptions, fetchText} from "../../http/fetch-text.js";
import {ProjectError} from "../../project-error.js";

/** A row of the warehouse: what its reply says, as it says it. */
export type WarehouseRow = Record<string, unknown>;

/** Where and how the warehouse is asked. */
export interface WarehouseQuery {
  /** The address of the warehouse, such as http://api.brain-map.org. */
  address: string;
  /** How many rows it is asked for at a time. */
  pageSize: number;
  request?: FetchTextOptions;
}

/** How often a list is read from the start when it changed while it was read. */
const READINGS = 3;

/**
 * Every row that the warehouse's RESTful Model Access has for some criteria, page by page in the order of their ids.
 * @param criteria such as "criteria=model::EcephysProbe"
 * @throws {ProjectError} `bad-reply` when a reply is not one, says that it failed, or the pages do not make up the whole
 * @throws {RequestError} when it cannot be asked
 */
export async function queryRows(criteria: string, query: WarehouseQuery): Promise<WarehouseRow[]> {
  for (let reading = 1; ; ++reading) {
    const rows: WarehouseRow[] = [];
    let total: number | undefined;
    for (;;) {
      const options = `rma::options[start_row$eq${rows.length}][num_rows$eq${query.pageSize}][order$eq'id']`;
      const url = `${queryUrl(criteria, query)},${options}`;
      const page = parseReply(await fetchText(url, query.request), url);
      const changed = total !== undefined && page.total !== total;
      if (changed && reading < READINGS) break; // a row was added or taken away: what was read may have a gap
      if (changed) throw badReply(url, `${total} rows, as the first page says`, `${page.total}`);
      total = page.total;
      rows.push(...page.rows);
      if (rows.length === total) return rows;
      if (rows.length > total || page.rows.length === 0) throw badReply(url, `${total} rows in all`, `${rows.length}`);
    }
  }
}

/** The address that answers a question. */
export function queryUrl(criteria: string, {address}: WarehouseQuery): string {
  return `${address.replace(/\/+$/, "")}/api/v2/data/query.json?${criteria}`;
}

function parseReply(text: string, url: string): {rows: WarehouseRow[]; total: number} {
  let reply: {success?: unknown; msg?: unknown; total_rows?: unknown} | null = null;
  try {
    reply = JSON.parse(text);
  } catch {
    // Said below.
  }
  if (typeof reply !== "object" || reply === null) throw badReply(url, "JSON", text.trim().slice(0, 60) || "nothing");
  if (reply.success !== true) throw badReply(url, "success", JSON.stringify(reply.msg ?? reply).slice(0, 200));
  const {msg, total_rows: total} = reply;
  const isRow = (row: unknown) => typeof row === "object" && row !== null && !Array.isArray(row);
  if (!Array.isArray(msg) || !msg.every(isRow)) throw badReply(url, "a list of rows", JSON.stringify(msg).slice(0, 60));
  if (!Number.isSafeInteger(total)) throw badReply(url, "the number of rows in all", String(total));
  return {rows: msg as WarehouseRow[], total: total as number};
}

function badReply(file: string, expected: string, found: string): ProjectError {
  const remedy = "Try again later, or take the file from another source.";
  return new ProjectError("bad-reply", {file, expected, found, remedy});
}
