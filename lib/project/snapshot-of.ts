import {readFile} from "node:fs/promises";
import {basename} from "node:path";
import type {ColumnTable} from "arquero";
import type {EcephysSession} from "../session/index.js";
import {encodeTable} from "../snapshot/index.js";
import {fileDigest} from "./file-digest.js";
import {type CachedSession, lfpPath, openCachedSession} from "./open-cached-session.js";

/** A table, and what its kind of snapshot needs to say. */
export interface SnapshotContent {
  table: ColumnTable;
  details?: unknown;
}

/**
 * A snapshot of something of a session: what `content` takes from the session, with where it comes from.
 * @returns the bytes of an Arrow IPC stream
 */
export async function snapshotOf(
  cached: CachedSession,
  content: (session: EcephysSession) => Promise<SnapshotContent>
): Promise<Uint8Array> {
  // What there is to warn of stands in the snapshot itself, and is said where it is opened.
  const session = await openCachedSession(cached, {onWarning: () => {}});
  try {
    const {table, details} = await content(session);
    return encodeTable(table, await metadataOf(cached, session, details));
  } finally {
    session.close();
  }
}

async function metadataOf({nwb}: CachedSession, session: EcephysSession, details: unknown) {
  const probeId = (details as {probeId?: number | null} | undefined)?.probeId;
  const source = typeof probeId === "number" ? lfpPath(nwb, probeId) : nwb;
  const {version} = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8"));
  return {
    sessionId: session.ecephysSessionId,
    sessionStartTime: session.sessionStartTime,
    source: basename(source),
    sourceDigest: await fileDigest(source),
    codeVersion: version as string,
    details
  };
}
