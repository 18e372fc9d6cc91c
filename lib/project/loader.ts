// What every data loader is built on: it is given a session's files (or the folder of all), and gives the
// bytes of one snapshot.
import {realpathSync, writeSync} from "node:fs";
import {relative} from "node:path";
import {parseArgs} from "node:util";
import {isMainThread} from "node:worker_threads";
import type {EcephysSession} from "../session/index.js";
import {explain} from "../tagged-error.js";
import {ProjectError} from "./project-error.js";
import {type SessionFile, sessionFile, sessions} from "./sessions/sessions.js";
import {snapshotMadeElsewhere} from "./snapshot-made-elsewhere.js";
import {type SnapshotContent, snapshotOf, type TakeContent} from "./snapshot-of.js";

/** The parameters that Framework read from the snapshot's path, by the names in square brackets. */
export type LoaderParameters = Readonly<Record<string, string>>;

/** What makes a kind of snapshot; lib/snapshot-makers has them. */
export interface ContentMaker {
  make(
    session: EcephysSession,
    parameters: LoaderParameters,
    groundTruth: () => Promise<unknown>
  ): Promise<SnapshotContent>;
}

/**
 * Runs a data loader: writes to standard output what `make` returns for the session that `--session=<id>` names. When it
 * fails, standard error says which loader, which file and why, and the exit code is 1; nothing is written then.
 *
 * @param make gives the bytes of the snapshot
 */
export async function snapshotLoader(
  make: (session: SessionFile, parameters: LoaderParameters) => Promise<Uint8Array> | Uint8Array
): Promise<void> {
  let session: SessionFile | undefined;
  await run(
    () => {
      const parameters = loaderParameters(process.argv.slice(2));
      if (parameters.session === undefined)
        throw new ProjectError("loader-parameter-missing", {
          expected: "--session=<id>",
          found: process.argv.slice(2).join(" ") || "no parameters",
          remedy: "Place the loader under data-loaders/[session]/, or pass the session's id."
        });
      session = sessionFile(parameters.session);
      return make(session, parameters);
    },
    () => (session ? aboutSession(session) : [])
  );
}

/**
 * What a loader makes. In the process of a loader it is run; a thread that makes many snapshots imports the loader, in which nothing
 * runs there, and runs this.
 */
export type LoaderTask =
  | {of: "session"; take(parameters: LoaderParameters): TakeContent}
  | {of: "project"; make(directory: string): Promise<Uint8Array> | Uint8Array};

/**
 * The data loader of one kind of snapshot of a session.
 *
 * @example
 * export default await sessionLoader(units);
 */
export async function sessionLoader({make}: ContentMaker): Promise<LoaderTask> {
  const take = (parameters: LoaderParameters): TakeContent => {
    return (session, groundTruth) => make(session, parameters, groundTruth);
  };
  await snapshotLoader(
    async (session, parameters) =>
      (await snapshotMadeElsewhere(process.argv[1], parameters)) ?? snapshotOf(session, take(parameters))
  );
  return {of: "session", take};
}

/**
 * A data loader that is of no session but of all: `make` is given the folder in AllenSDK's cache layout that the sessions stand in.
 */
export async function projectLoader(
  make: (directory: string) => Promise<Uint8Array> | Uint8Array
): Promise<LoaderTask> {
  let directory: string | undefined;
  await run(
    () => {
      directory = sessions()[0].directory;
      return make(directory);
    },
    () => (directory ? [`  folder   ${directory}`] : [])
  );
  return {of: "project", make};
}

async function run(make: () => Promise<Uint8Array> | Uint8Array, about: () => string[]): Promise<void> {
  if (!isMainThread) return; // whoever imports loaders in a thread runs their tasks
  try {
    writeFully(1, await make());
  } catch (error) {
    if (isBrokenPipe(error)) return; // the reader has gone, and with it the reason to complain
    process.stderr.write(`\n${loaderFailure(process.argv[1], about(), error)}\n`);
    process.exitCode = 1;
  }
}

function loaderParameters(args: string[]): LoaderParameters {
  const {tokens} = parseArgs({args, strict: false, allowPositionals: true, tokens: true});
  return Object.fromEntries(
    tokens.flatMap((token) => (token.kind === "option" && token.value !== undefined ? [[token.name, token.value]] : []))
  );
}

/** What a person is told of the session whose loader failed. */
export function aboutSession({id, nwb}: SessionFile): string[] {
  return [`  session  ${id}`, `  file     ${nwb}`];
}

/** What a person needs to know of a failed loader. */
export function loaderFailure(loader: string, about: string[], error: unknown): string {
  return [
    `The data loader ${relative("", realpathSync(loader))} failed.`,
    ...about,
    `  reason   ${explain(error).replaceAll("\n", "\n           ")}`
  ].join("\n");
}

/** Writes all bytes: one write to a pipe may take only some of them, or none until the reader catches up. */
function writeFully(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EAGAIN")) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EPIPE";
}
