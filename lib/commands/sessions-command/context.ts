import type {CacheFolder, EcephysProjectCache} from "../../project/index.js";

/** What every part of the command works with. */
export interface CommandContext {
  cache: EcephysProjectCache;
  folder: CacheFolder;
  /** The sessions that were named. */
  ids: number[];
  /** Whether results are printed as JSON, an object on each line. */
  json: boolean;
  signal: AbortSignal;
  /** Prints to standard output: the object in JSON, otherwise the text. */
  print(text: string, event: object): void;
  /** Says on standard error what went wrong with one session, and goes on; the command has failed. */
  fail(error: unknown, event: object): void;
  /** Says it, and goes on; the command has not failed. */
  warn(error: unknown, event: object): void;
}

/** A row of the project's session table. */
export interface SessionRow {
  id: number;
  session_type: string;
  full_genotype: string;
  sex: string;
  age_in_days: number;
  unit_count: number;
  probe_count: number;
}

/** A row of the project's probe table. */
export interface ProbeRow {
  id: number;
  ecephys_session_id: number;
  has_lfp_data: boolean;
}

/** The project's sessions. */
export async function sessionRows({cache}: CommandContext): Promise<SessionRow[]> {
  return (await cache.sessionTable()).objects() as SessionRow[];
}

/** The probes of a session that have LFP, by id. */
export async function probesWithLfp({cache}: CommandContext, sessionId: number): Promise<number[]> {
  const probes = (await cache.probes()).objects() as ProbeRow[];
  return probes.filter((probe) => probe.ecephys_session_id === sessionId && probe.has_lfp_data).map(({id}) => id);
}
