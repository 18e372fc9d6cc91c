import {existsSync} from "node:fs";
import {dirname, join} from "node:path";
import {EcephysSession, type SessionOptions} from "../session/index.js";
import {readChannelColumns} from "./read-channel-columns.js";
import {fileLocation, type SessionInput, sessionInput} from "./session-input.js";
import type {FileLocation} from "./sources/project-source.js";

/** A session in a folder of AllenSDK's cache layout. */
export interface CachedSession {
  /** The folder with channels.csv. */
  directory: string;
  /** The session's NWB file: its path or, where the folder has it not, its http(s) address. */
  nwb: string;
  /** What a source publishes of the file; the SHA-256 in hexadecimal digits. */
  published?: {size?: number; sha256?: string};
  /** Where the LFP file of a probe is; beside the session's file, unless it is said here. */
  lfp?: (probeId: number) => FileLocation | Promise<FileLocation>;
}

/** The files of a session. */
export interface SessionInputs {
  session: SessionInput;
  /** The LFP file of a probe. */
  lfp(probeId: number): Promise<SessionInput>;
}

/** The files of a session, each of which is opened only once it is asked for. */
export function sessionInputs({nwb, published, lfp}: CachedSession): SessionInputs {
  const probes = new Map<number, Promise<SessionInput>>();
  const locate = lfp ?? ((probeId: number) => besideSession(nwb, `probe_${probeId}_lfp.nwb`));
  return {
    session: sessionInput(fileLocation(nwb, published)),
    lfp(probeId) {
      const input = probes.get(probeId) ?? Promise.resolve(locate(probeId)).then(sessionInput);
      probes.set(probeId, input);
      return input;
    }
  };
}

/**
 * Opens a session as AllenSDK's project cache does: with the structures and coordinates of the folder's channels.csv.
 * Where the folder has no such table, the session knows what its file knows. LFP files are beside the session's.
 */
export async function openCachedSession(
  cached: CachedSession,
  options?: SessionOptions,
  inputs = sessionInputs(cached)
): Promise<EcephysSession> {
  const path = join(cached.directory, "channels.csv");
  const isThere = options?.channelColumns === undefined && existsSync(path);
  const channelColumns = isThere ? await readChannelColumns(path) : undefined;
  const lfp = async (probeId: number) => (await inputs.lfp(probeId)).source;
  return EcephysSession.fromNwb(inputs.session.source, {channelColumns, lfp, ...options});
}

function besideSession(nwb: string, name: string): FileLocation {
  const session = fileLocation(nwb);
  if (session.kind === "path") return {kind: "path", path: join(dirname(nwb), name)};
  return {kind: "url", url: new URL(name, nwb).href};
}
