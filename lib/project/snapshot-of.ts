import {readFile} from "node:fs/promises";
import {basename} from "node:path";
import type {ColumnTable} from "arquero";
import type {EcephysSession} from "../session/index.js";
import {encodeTable} from "../snapshot/index.js";
import {cachePath} from "./cache-path.js";
import {type CachedSession, openCachedSession, type SessionInputs, sessionInputs} from "./open-cached-session.js";

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
  const inputs = sessionInputs(cached);
  // What there is to warn of stands in the snapshot itself, and is said where it is opened.
  const session = await openCachedSession(cached, {onWarning: () => {}}, inputs);
  try {
    const {table, details} = await content(session);
    return encodeTable(table, await metadataOf(inputs, session, details));
  } finally {
    session.close();
  }
}

async function metadataOf(inputs: SessionInputs, session: EcephysSession, details: unknown) {
  const {ecephysSessionId: sessionId, sessionStartTime} = session;
  const probeId = (details as {probeId?: number | null} | undefined)?.probeId;
  const isOfProbe = typeof probeId === "number";
  const input = isOfProbe ? await inputs.lfp(probeId) : inputs.session;
  const {version} = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8"));
  return {
    sessionId,
    sessionStartTime,
    // The name in a cache folder, wherever it was read from.
    source: basename(cachePath(isOfProbe ? {kind: "lfp", sessionId, probeId} : {kind: "session", sessionId})),
    sourceDigest: await input.digest(),
    codeVersion: version as string,
    details
  };
}
