import {once} from "node:events";
import {join} from "node:path";
import {Worker} from "node:worker_threads";
import {makeLfp} from "./lfp/lfp.js";
import {writeLfpFile} from "./nwb/write-lfp-file.js";
import {PROBES} from "./probes.js";
import {makeSessionOutline} from "./session-outline.js";

/** Draws and writes the LFP of each probe that has some, in the folder of the session. It depends on the seed, but on no spike. */
export async function writeLfpFiles(folder: string, seed: number): Promise<void> {
  const outline = makeSessionOutline(seed);
  for (const probe of PROBES.filter(({hasLfp}) => hasLfp))
    await writeLfpFile(join(folder, `probe_${probe.id}_lfp.nwb`), outline, makeLfp(probe, outline));
}

/**
 * Does the same in a thread.
 * @throws what the thread throws; the signal's reason when it is aborted, and then the thread has ended
 */
export async function writeLfpFilesInThread(folder: string, seed: number, signal: AbortSignal): Promise<void> {
  const thread = new Worker(new URL("./lfp-thread.mjs", import.meta.url), {workerData: {folder, seed}});
  try {
    await once(thread, "exit", {signal}); // rejects when the thread throws
  } finally {
    await thread.terminate();
  }
}
