import {tableFromIPC} from "@uwdata/flechette";
import {type ColumnTable, table} from "arquero";
import {SnapshotError} from "./snapshot-error.js";
import {metadataFromMap, type SnapshotMetadata} from "./snapshot-metadata.js";

/** A table and where it comes from. */
export interface Snapshot {
  table: ColumnTable;
  metadata: SnapshotMetadata;
}

/**
 * Reads a snapshot. Columns of numbers are views on the bytes, not copies.
 * @throws {SnapshotError} `not-a-snapshot` or `other-version`
 */
export function decodeTable(bytes: Uint8Array | ArrayBuffer): Snapshot {
  const arrow = readArrow(bytes);
  const metadata = metadataFromMap(arrow.schema.metadata ?? null);
  const columns = arrow.schema.fields.map(({name, metadata: encoding}, i) => {
    const values = arrow.children[i].toArray() as ArrayLike<unknown>;
    return [name, encoding?.get("encoding") === "json" ? parseAll(values as ArrayLike<string>) : values] as const;
  });
  return {
    table: table(
      Object.fromEntries(columns),
      columns.map(([name]) => name)
    ),
    metadata
  };
}

function readArrow(bytes: Uint8Array | ArrayBuffer) {
  try {
    return tableFromIPC(bytes);
  } catch (error) {
    const [expected, found] = ["an Arrow IPC stream", error instanceof Error ? error.message : "other bytes"];
    const remedy = "Build the site again, and reload the page.";
    throw new SnapshotError("not-a-snapshot", {expected, found, remedy}, {cause: error});
  }
}

function parseAll(texts: ArrayLike<string>): unknown[] {
  const parsed = new Map<string, unknown>();
  return Array.from(texts, (text) => {
    if (!parsed.has(text)) parsed.set(text, text === "NaN" ? Number.NaN : JSON.parse(text));
    return parsed.get(text);
  });
}
