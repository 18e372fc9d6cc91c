import {SessionError} from "./session-error.js";

/** One id, or several. */
export type Ids = number | Iterable<number> | ArrayLike<number>;

/** The ids as an array. */
export function idList(ids: Ids): number[] {
  return typeof ids === "number" ? [ids] : Array.from(ids);
}

/**
 * The place of each id among the known ones.
 * @throws {SessionError} `unknown-id` that names the first that is not there
 */
export function placesOf(ids: readonly number[], known: ArrayLike<number>, what: string): number[] {
  const places = new Map(Array.from(known, (id, place) => [id, place]));
  return ids.map((id) => {
    const place = places.get(id);
    if (place !== undefined) return place;
    throw new SessionError("unknown-id", {
      expected: `a ${what} of this session`,
      found: String(id),
      remedy: what === "unit" ? "Take ids from units(); the filters may have removed it." : `Take ids from its table.`
    });
  });
}
