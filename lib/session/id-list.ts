import {SessionError} from "./session-error.js";

/** One id, or several. */
export type Ids = number | Iterable<number> | ArrayLike<number>;

/** @throws {SessionError} `wrong-argument` for what is neither an id nor a list of them; ids are numbers, not texts or BigInt */
export function idList(ids: Ids): number[] {
  if (typeof ids === "number") return [ids];
  if (typeof ids === "object" && ids !== null && (Symbol.iterator in ids || "length" in ids)) {
    return Array.from<unknown, number>(ids, (id) => (typeof id === "number" ? id : refuse(id)));
  }
  return refuse(ids);
}

function refuse(ids: unknown): never {
  if (typeof ids === "string" || typeof ids === "bigint") {
    const found = typeof ids === "string" ? `the text ${JSON.stringify(ids)}` : `the BigInt ${ids}n`;
    const remedy = "Convert it: Number(id).";
    throw new SessionError("wrong-argument", {path: "ids", expected: "ids that are numbers", found, remedy});
  }
  const found = typeof ids === "object" ? JSON.stringify(ids) : String(ids);
  const remedy = "Give a number, or an array of them.";
  throw new SessionError("wrong-argument", {path: "ids", expected: "one id, or several", found, remedy});
}

/**
 * The index of each id among the known ones: its row in a table, or its column.
 * @throws {SessionError} `unknown-id` that names the first that is not there
 */
export function indicesOf(ids: readonly number[], known: ArrayLike<number>, what: string): number[] {
  const rows = new Map(Array.from(known, (id, row) => [id, row]));
  return ids.map((id) => {
    const row = rows.get(id);
    if (row !== undefined) return row;
    throw new SessionError("unknown-id", {
      expected: `a ${what} of this session`,
      found: String(id),
      remedy: what === "unit" ? "Take ids from units(); the filters may have removed it." : `Take ids from its table.`
    });
  });
}
