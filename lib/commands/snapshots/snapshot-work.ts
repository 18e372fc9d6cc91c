// What a thread that makes snapshots does: it imports the loader that it is told, and runs its task on the session, which it opens
// once. See make-in-threads.ts.
import {resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {type MessagePort, parentPort} from "node:worker_threads";
import {
  aboutSession,
  type LoaderTask,
  loaderFailure,
  openSnapshotSession,
  type SnapshotSession,
  sessionFile,
  sessions
} from "../../project/index.js";
import type {SnapshotAnswer, SnapshotOrder} from "./make-in-threads.js";

const OPENED = new Map<number, Promise<SnapshotSession>>();

parentPort!.on("message", async ({loader, parameters, answerTo}: SnapshotOrder & {answerTo: MessagePort}) => {
  const about: string[] = [];
  let answer: SnapshotAnswer;
  try {
    const module = (await import(pathToFileURL(resolve(loader)).href)) as {default?: LoaderTask};
    answer = module.default ? {bytes: await run(module.default, parameters, about)} : {isNoTask: true};
  } catch (error) {
    answer = {failure: loaderFailure(loader, about, error)};
  }
  answerTo.postMessage(answer, "bytes" in answer ? [answer.bytes.buffer as ArrayBuffer] : []);
});

async function run(task: LoaderTask, parameters: Record<string, string>, about: string[]): Promise<Uint8Array> {
  if (task.of === "project") return task.make(sessions()[0].directory);
  const file = sessionFile(parameters.session);
  about.push(...aboutSession(file));
  const session = OPENED.get(file.id) ?? openSnapshotSession(file);
  OPENED.set(file.id, session);
  return (await session).snapshotOf(task.take(parameters));
}
