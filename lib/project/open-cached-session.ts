import {existsSync} from "node:fs";
import {dirname, join} from "node:path";
import {EcephysSession, type SessionOptions} from "../session/index.js";
import {readChannelColumns} from "./read-channel-columns.js";

/** A session in a folder of AllenSDK's cache layout. */
export interface CachedSession {
  /** The folder with channels.csv. */
  directory: string;
  /** The session's NWB file. */
  nwb: string;
}

/**
 * Opens a session as AllenSDK's project cache does: with the structures and coordinates of the folder's channels.csv.
 * Where the folder has no such table, the session knows what its file knows. LFP files are beside the session's.
 */
export async function openCachedSession(
  {directory, nwb}: CachedSession,
  options?: SessionOptions
): Promise<EcephysSession> {
  const path = join(directory, "channels.csv");
  const channelColumns = existsSync(path) ? await readChannelColumns(path) : undefined;
  return EcephysSession.fromNwb(nwb, {channelColumns, lfp: (probeId) => lfpPath(nwb, probeId), ...options});
}

/** Where the LFP file of a probe is: beside the session's. */
export function lfpPath(nwb: string, probeId: number): string {
  return join(dirname(nwb), `probe_${probeId}_lfp.nwb`);
}
