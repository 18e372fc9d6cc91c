/** The synthetic session: a seeded model → spikes → files in AllenSDK's cache layout. Runs in Node only. */
import {existsSync} from "node:fs";
import {mkdir, readdir, rename, rm, writeFile} from "node:fs/promises";
import {basename, dirname, join, resolve} from "node:path";
import {setImmediate as nextTurn} from "node:timers/promises";
import {cacheTables} from "./cache-tables.js";
import {describeGroundTruth} from "./ground-truth.js";
import {IDENTITY} from "./identity.js";
import {writeSessionFile} from "./nwb/write-session-file.js";
import {makeProjectSessions} from "./project/project-sessions.js";
import {makeProjectRecording} from "./project/project-units.js";
import {SampleError} from "./sample-error.js";
import {makeSessionModel} from "./session-model.js";
import {writeLfpFilesInThread} from "./write-lfp-files.js";

export type {GroundTruth, UnitTruth} from "./ground-truth.js";
export {SampleError} from "./sample-error.js";

/** How the sample is made. */
export interface SampleOptions {
  /** Any number; the same seed gives the same bytes. */
  seed?: number;
  /** Called now and then with the share of the work done, 0 to 1, and what is being done. */
  onProgress?: (fraction: number, message: string) => void;
  /** Stops the work; nothing is left behind. */
  signal?: AbortSignal;
}

/** Where the sample is. */
export interface Sample {
  sessionId: number;
  nwbPath: string;
  groundTruthPath: string;
}

/**
 * Makes the synthetic session in a directory, in the layout of an AllenSDK cache: the manifest, the tables of sessions,
 * probes, channels and units of it and of nineteen more sessions, with analysis metrics of the units of these, and
 * `session_<id>/` with the NWB file, an LFP file for each of two probes, and `ground-truth.json`, which says what was drawn.
 * The directory appears when it is whole; a sample that was there before is replaced.
 *
 * @throws SampleError when the directory holds something that is not a sample; the signal's reason when it is aborted
 */
export async function makeSample(
  directory: string,
  {seed = 1, onProgress, signal}: SampleOptions = {}
): Promise<Sample> {
  const target = resolve(directory);
  await refuseForeignDirectory(target);
  await removeAbandoned(target);
  const unfinished = join(dirname(target), `.${basename(target)}.${process.pid}.unfinished`);
  const report = async (fraction: number, message: string) => {
    onProgress?.(fraction, message);
    await nextTurn();
    signal?.throwIfAborted();
  };
  const ended = new AbortController();
  let lfp: Promise<void> | undefined;
  try {
    await report(0, "drawing units and stimuli");
    const session = join(unfinished, sessionFolder);
    await mkdir(session, {recursive: true});
    lfp = writeLfpFilesInThread(session, seed, AbortSignal.any([ended.signal, ...(signal ? [signal] : [])]));
    lfp.catch(() => {}); // it is said where it is waited for
    const model = await makeSessionModel(seed, (share) => report(0.75 * share, "drawing spikes"));
    await report(0.75, "writing the NWB file");
    await writeSessionFile(join(session, nwbName), model);
    await report(0.9, "drawing the LFP");
    await lfp;
    await report(0.95, "writing the tables");
    const projectSessions = makeProjectSessions(seed);
    await writeFile(join(session, GROUND_TRUTH_NAME), JSON.stringify(describeGroundTruth(model, projectSessions)));
    const project = projectSessions.map((own) => makeProjectRecording(own, seed));
    for (const [name, text] of Object.entries(cacheTables(model, project)))
      await writeFile(join(unfinished, name), text);
    await report(0.99, "putting it in place");
    await putInPlace(unfinished, target);
  } catch (error) {
    ended.abort();
    await lfp?.catch(() => {}); // it writes no more
    await rm(unfinished, {recursive: true, force: true});
    throw error;
  }
  onProgress?.(1, "done");
  return {
    sessionId: IDENTITY.sessionId,
    nwbPath: join(target, sessionFolder, nwbName),
    groundTruthPath: join(target, sessionFolder, GROUND_TRUTH_NAME)
  };
}

const sessionFolder = `session_${IDENTITY.sessionId}`;
const nwbName = `${sessionFolder}.nwb`;
const GROUND_TRUTH_NAME = "ground-truth.json";

/** Renames, so that at no time an incomplete sample stands there. */
async function putInPlace(unfinished: string, target: string): Promise<void> {
  const replaced = `${unfinished}.replaced`;
  if (existsSync(target)) await rename(target, replaced);
  await rename(unfinished, target);
  await rm(replaced, {recursive: true, force: true});
}

/** Removes what a process that was killed left beside the target. */
async function removeAbandoned(target: string): Promise<void> {
  if (!existsSync(dirname(target))) return;
  for (const name of await readdir(dirname(target))) {
    const [, id] = name.startsWith(`.${basename(target)}.`)
      ? (/\.(\d+)\.unfinished(\.replaced)?$/.exec(name) ?? [])
      : [];
    if (id && !isRunning(Number(id))) await rm(join(dirname(target), name), {recursive: true, force: true});
  }
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function refuseForeignDirectory(directory: string): Promise<void> {
  if (!existsSync(directory) || existsSync(join(directory, sessionFolder, GROUND_TRUTH_NAME))) return;
  const entries = await readdir(directory);
  if (entries.length === 0) return;
  throw new SampleError("directory-in-use", {
    file: directory,
    expected: "an empty directory or an older sample",
    found: `other files (${entries.slice(0, 3).join(", ")})`,
    remedy: "Choose a directory that does not exist yet."
  });
}
