import type {Columns} from "../../array/index.js";
import {ProjectError} from "../project-error.js";
import {without} from "./columns.js";

const ITEM = /\s*(?:'([^'\\\n]*)'|"([^"\\\n]*)"|(None))\s*/y;

/**
 * The columns of a sessions table; where it lists structures as text ("structure_acronyms", a Python list in each row), AllenSDK's
 * column of lists stands at their end instead.
 * @param file the table's path, for messages
 * @throws {ProjectError} `bad-table` for a text that is no list of texts
 */
export function withListedStructures(columns: Columns, file: string): Columns {
  const texts = columns.structure_acronyms as readonly (string | null)[] | undefined;
  if (!texts) return columns;
  const lists = texts.map((text, row) => {
    const list = text === null ? null : listedTexts(text);
    if (list !== undefined) return list;
    throw new ProjectError("bad-table", {
      file,
      path: `structure_acronyms, row ${row + 1}`,
      expected: "a list such as ['VISp', 'CA1']",
      found: JSON.stringify(text),
      remedy: "Is this the project's table of sessions? If so, delete the file, and it is fetched again."
    });
  });
  return {...without(columns, ["structure_acronyms"]), ecephys_structure_acronyms: lists};
}

/** The texts in a Python list of them, with null for None; undefined when it is none. */
function listedTexts(text: string): (string | null)[] | undefined {
  const inside = /^\s*\[(.*)\]\s*$/s.exec(text)?.[1];
  if (inside === undefined) return undefined;
  const list: (string | null)[] = [];
  let at = 0;
  while (inside.slice(at).trim() !== "") {
    ITEM.lastIndex = at;
    const item = ITEM.exec(inside);
    if (!item) return undefined;
    list.push(item[3] ? null : (item[1] ?? item[2]));
    at = ITEM.lastIndex;
    if (at < inside.length && inside[at++] !== ",") return undefined;
  }
  return list;
}
