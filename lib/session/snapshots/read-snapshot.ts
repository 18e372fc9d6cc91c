import {decodeTable, type Snapshot, SnapshotError, sha256} from "../../snapshot/index.js";
import type {SnapshotAttachment, SnapshotFile} from "./snapshot-files.js";

const fetched = new WeakMap<SnapshotAttachment, Promise<ArrayBuffer>>();

/**
 * Reads a snapshot. What is known of an attachment is compared: its digest before anything is decoded, its session after. Its bytes are
 * fetched once, whoever asks; a fetch that failed is tried again by the next one who asks.
 *
 * @throws {SnapshotError}
 */
export async function readSnapshot(file: SnapshotFile): Promise<Snapshot> {
  if (!("arrayBuffer" in file)) return decodeTable(file);
  const {name, sessionId} = file;
  const snapshot = decodeTable(await bytesOf(file), name);
  if (sessionId === undefined || snapshot.metadata.sessionId === sessionId) return snapshot;
  throw new SnapshotError("other-session", {
    file: name,
    expected: `a snapshot of session ${sessionId}`,
    found: `one of session ${snapshot.metadata.sessionId}`,
    remedy: "Take the file of this session."
  });
}

/** Begins to fetch a file. What goes wrong is said to whoever reads it. */
export function beginToFetch(file: SnapshotFile | undefined): void {
  if (file && "arrayBuffer" in file) bytesOf(file).catch(() => {});
}

function bytesOf(file: SnapshotAttachment): Promise<ArrayBuffer> {
  let bytes = fetched.get(file);
  if (!bytes) {
    bytes = verifiedBytes(file);
    fetched.set(file, bytes);
    bytes.catch(() => fetched.delete(file));
  }
  return bytes;
}

async function verifiedBytes(file: SnapshotAttachment): Promise<ArrayBuffer> {
  const {name, digest} = file;
  const bytes = await file.arrayBuffer().catch((cause: unknown) => {
    const found = cause instanceof Error ? cause.message : String(cause);
    const remedy = "Try again.";
    throw new SnapshotError("not-fetched", {file: name, expected: "its bytes", found, remedy}, {cause});
  });
  if (digest === undefined) return bytes;
  const found = await sha256(new Uint8Array(bytes));
  if (found === digest) return bytes;
  throw new SnapshotError("damaged", {
    file: name,
    expected: `SHA-256 ${digest}`,
    found: `${found} of ${bytes.byteLength.toLocaleString("en-US")} bytes`,
    remedy: "It is damaged, or of another build: fetch it again."
  });
}
