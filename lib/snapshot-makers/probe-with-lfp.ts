import type {EcephysSession} from "../session/index.js";
import {columnValues} from "../snapshot/index.js";
import {TaggedError} from "../tagged-error.js";

/** A probe that has LFP, and its file at hand; null if there is none of this name. */
export async function probeWithLfp(session: EcephysSession, name: string): Promise<number | null> {
  const probes = await session.probes();
  const row = Array.from(columnValues<string>(probes, "description")).indexOf(name);
  if (row < 0 || !probes.get("has_lfp_data", row)) return null;
  const id = probes.get("id", row) as number;
  try {
    await session.lfpTimeSpan(id);
    return id;
  } catch (error) {
    if (error instanceof TaggedError && ["not-found", "no-lfp"].includes(error.tag)) return null;
    throw error;
  }
}
