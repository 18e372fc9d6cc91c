import {fileLocation} from "../session-input.js";
import {type SourceVerification, sourceVerification} from "../source-verification.js";
import type {FileLocation} from "../sources/project-source.js";
import {type SessionFile, sessionInputs} from "./sessions.js";

/** A file of a session, and what it was compared with. */
export interface VerifiedFile {
  /** As it is called in a cache folder. */
  name: string;
  verification: SourceVerification;
}

/**
 * Compares a session's file, and those of its LFP that are on this machine, with what is known of their bytes, before they are opened.
 * @throws {ProjectError} `damaged` where one is not what it should be
 */
export async function verifySources(session: SessionFile): Promise<VerifiedFile[]> {
  const files = new Map<string, FileLocation>([
    [`session_${session.id}.nwb`, fileLocation(session.nwb, session.published)]
  ]);
  for (const path of sessionInputs(session)) {
    const [name, probeId] = /probe_(\d+)_lfp\.nwb$/.exec(path) ?? [];
    if (name) files.set(name, session.lfp?.(Number(probeId)) ?? {kind: "path", path});
  }
  const verified: VerifiedFile[] = [];
  for (const [name, location] of files) verified.push({name, verification: await sourceVerification(location)});
  return verified;
}
