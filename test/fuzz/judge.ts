import {createHash} from "node:crypto";
import {readFile} from "node:fs/promises";
import {EcephysSession, type SnapshotFiles} from "../../lib/index.js";
import {openSnapshotSession} from "../../lib/project/index.js";
import {SNAPSHOT_MAKERS} from "../../lib/snapshot-makers/index.js";
import {TaggedError} from "../../lib/tagged-error.js";
import {type Answers, asText, readAll} from "../session/read-all.js";
import {arrowRegions} from "./arrow-regions.js";
import {type Damage, damaged} from "./damage.js";
import {hdf5Regions} from "./hdf5-regions.js";
import {plainBytes, type Region, regionAt} from "./region.js";

const CACHE = "test/fixtures/mini/ecephys-cache";
const SESSION = `${CACHE}/session_810000000/session_810000000.nwb`;
const LFP = `${CACHE}/session_810000000/probe_810000213_lfp.nwb`;
const PROBE = 810000213;
const OF_LFP = new Set(["lfp", "currentSourceDensity"]);
/** Snapshots with numbers, texts, truth values, lists, mixed values, and what stands beside a table; and what each is asked. */
const SNAPSHOTS = {
  units: (session: EcephysSession) => session.units(),
  channels: (session: EcephysSession) => session.channels(),
  metadata: (session: EcephysSession) => session.metadata(),
  runningSpeed: (session: EcephysSession) => session.runningSpeed(),
  invalidTimes: (session: EcephysSession) => session.invalidTimes(),
  optogeneticStimulation: (session: EcephysSession) => session.optogeneticStimulationEpochs()
};
type SnapshotTarget = keyof typeof SNAPSHOTS;

/** What is damaged: a file of a session, or the snapshot of a name. */
export type Target = "session" | "lfp" | SnapshotTarget;

export const TARGETS: readonly Target[] = ["session", "lfp", ...(Object.keys(SNAPSHOTS) as SnapshotTarget[])];

/**
 * What came of a damaged file:
 * - `same`: all that was asked was answered as by the whole file
 * - `refused`: some questions ended in a tagged error, the others as before
 * - `plain`: an answer differs, by values alone: only a digest can tell
 * - `wrong`: an answer differs by what is no value
 * - `untagged`: an error that says nothing to a reader
 */
export interface Verdict {
  outcome: "same" | "refused" | "plain" | "wrong" | "untagged";
  /** What the damaged bytes were for, and what went wrong. */
  detail: string;
}

/** A file to be damaged, and what is asked of it. */
export interface Subject {
  bytes: Uint8Array;
  regions: Region[];
  plain: Uint8Array;
  answers: Answers;
  ask(bytes: Uint8Array): Promise<Answers>;
}

/** A file as it is, with what it answers. */
export async function openSubject(target: Target): Promise<Subject> {
  if (target !== "session" && target !== "lfp") {
    const bytes = await snapshotBytes(target);
    // As a page asks for it, which knows its digest.
    const digest = createHash("sha256").update(bytes).digest("hex");
    return subject(bytes, arrowRegions(bytes), async (copy) => {
      const file = {name: target, digest, arrayBuffer: async () => copy.slice().buffer as ArrayBuffer};
      return {[target]: await answerOf(target, {[target]: file})};
    });
  }
  const bytes = new Uint8Array(await readFile(target === "lfp" ? LFP : SESSION));
  const isAsked = (question: string) => OF_LFP.has(question) === (target === "lfp");
  const ask = (copy: Uint8Array) =>
    target === "lfp" ? readAll(SESSION, copy, PROBE, isAsked) : readAll(copy, LFP, PROBE, isAsked);
  return subject(bytes, hdf5Regions(bytes), ask);
}

async function subject(bytes: Uint8Array, regions: Region[], ask: Subject["ask"]): Promise<Subject> {
  return {bytes, regions, plain: plainBytes(bytes.length, regions), answers: await ask(bytes), ask};
}

async function snapshotBytes(name: SnapshotTarget): Promise<Uint8Array> {
  const session = await openSnapshotSession({directory: CACHE, nwb: SESSION});
  const bytes = await session.snapshotOf((opened, groundTruth) => SNAPSHOT_MAKERS[name].make(opened, {}, groundTruth));
  session.close();
  return bytes;
}

async function answerOf(name: SnapshotTarget, files: SnapshotFiles): Promise<string | TaggedError> {
  try {
    return asText(await SNAPSHOTS[name](await EcephysSession.fromSnapshot(files)));
  } catch (error) {
    if (error instanceof TaggedError) return error;
    throw error;
  }
}

/** Reads a damaged file, and compares what it answers with what the whole one does. */
export async function judge({bytes, regions, plain, answers, ask}: Subject, damage: Damage): Promise<Verdict> {
  const copy = damaged(bytes, damage);
  const where = regionAt(regions, damage.at);
  const verdict = (outcome: Verdict["outcome"], detail = ""): Verdict => ({
    outcome,
    detail: `${where}${detail && `: ${detail}`}`
  });
  let found: Answers;
  try {
    found = await ask(copy);
  } catch (error) {
    return verdict("untagged", error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  const changed = changedQuestions(answers, found);
  if (changed.length === 0)
    return verdict(Object.values(found).some((answer) => answer instanceof TaggedError) ? "refused" : "same");
  if (copy.length === bytes.length) {
    // The same damage to values alone: what it changes, nothing in the file could have told.
    const ofValues = await ask(bytes.map((byte, at) => (plain[at] ? copy[at] : byte))).catch(() => answers);
    if (changed.every((name) => found[name] === ofValues[name])) return verdict("plain", changed.join(", "));
  }
  return verdict("wrong", changed.join(", "));
}

const changedQuestions = (answers: Answers, found: Answers) =>
  Object.keys(answers).filter((name) => !(found[name] instanceof TaggedError) && found[name] !== answers[name]);
