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
 * Reads a snapshot. Columns of numbers are views on the bytes, not copies. Damaged bytes may give other values, and some take very long:
 * where their digest is known, compare it first.
 *
 * @param file what errors call it
 * @throws {SnapshotError} `not-a-snapshot` or `other-version`
 */
export function decodeTable(bytes: Uint8Array | ArrayBuffer, file?: string): Snapshot {
  try {
    const arrow = tableFromIPC(bytes);
    const metadata = metadataFromMap(arrow.schema.metadata ?? null, file);
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
  } catch (error) {
    if (error instanceof SnapshotError) throw error;
    const [expected, found] = ["an Arrow IPC stream", error instanceof Error ? error.message : "other bytes"];
    const remedy = "Take a file that this project made.";
    throw new SnapshotError("not-a-snapshot", {file, expected, found, remedy}, {cause: error});
  }
}

function parseAll(texts: ArrayLike<string>): unknown[] {
  const parsed = new Map<string, unknown>();
  return Array.from(texts, (text) => {
    if (!parsed.has(text)) parsed.set(text, text === "NaN" ? Number.NaN : JSON.parse(text));
    return parsed.get(text);
  });
}
