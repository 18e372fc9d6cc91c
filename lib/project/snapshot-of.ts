import {readFile} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
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

/** What takes the content of a snapshot from a session. It is also given the ground truth of a synthetic session, or null. */
export type TakeContent = (session: EcephysSession, groundTruth: () => Promise<unknown>) => Promise<SnapshotContent>;

/** A session of which snapshots are made, one after another: what one of them has read, the others need not. */
export interface SnapshotSession {
  /** The bytes of a snapshot of what `take` takes from the session, an Arrow IPC stream that says where it comes from. */
  snapshotOf(take: TakeContent): Promise<Uint8Array>;
  /** Lets the session's files go. */
  close(): void;
}

/** Opens a session to make snapshots of it. */
export async function openSnapshotSession(cached: CachedSession): Promise<SnapshotSession> {
  const inputs = sessionInputs(cached);
  // What there is to warn of stands in the snapshot itself, and is said where it is opened.
  const session = await openCachedSession(cached, {onWarning: () => {}}, inputs);
  const {version} = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8"));
  return {
    async snapshotOf(take) {
      const {table, details} = await take(session, () => groundTruthBeside(cached.nwb));
      return encodeTable(table, {...(await originOf(inputs, session, details)), codeVersion: version, details});
    },
    close: () => session.close()
  };
}

/** A snapshot of something of a session; see {@link SnapshotSession}. */
export async function snapshotOf(cached: CachedSession, take: TakeContent): Promise<Uint8Array> {
  const session = await openSnapshotSession(cached);
  try {
    return await session.snapshotOf(take);
  } finally {
    session.close();
  }
}

async function originOf(inputs: SessionInputs, session: EcephysSession, details: unknown) {
  const {ecephysSessionId: sessionId, sessionStartTime} = session;
  const probeId = (details as {probeId?: number | null} | undefined)?.probeId;
  const isOfProbe = typeof probeId === "number";
  const input = isOfProbe ? await inputs.lfp(probeId) : inputs.session;
  return {
    sessionId,
    sessionStartTime,
    // The name in a cache folder, wherever it was read from.
    source: basename(cachePath(isOfProbe ? {kind: "lfp", sessionId, probeId} : {kind: "session", sessionId})),
    sourceDigest: await input.digest()
  };
}

/** What a synthetic session was made from; null for a recorded one, which has no such file. */
async function groundTruthBeside(nwb: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(dirname(nwb), "ground-truth.json"), "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
