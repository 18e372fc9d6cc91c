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
    () => (session ? [`  session  ${session.id}`, `  file     ${session.nwb}`] : [])
  );
}

/**
 * The data loader of one kind of snapshot. In the process of a loader it runs; in a thread that makes many snapshots of a session
 * at once it only says what it makes.
 *
 * @example
 * export default await sessionLoader(units);
 */
export async function sessionLoader<Maker extends ContentMaker>(maker: Maker): Promise<Maker> {
  if (isMainThread) await snapshotLoader((session, parameters) => snapshotOf(session, contentOf(maker, parameters)));
  return maker;
}

/** What a snapshot with these parameters is made by. */
export function contentOf({make}: ContentMaker, parameters: LoaderParameters): TakeContent {
  return (session, groundTruth) => make(session, parameters, groundTruth);
}

/**
 * Runs a data loader that is of no session but of all: `make` is given the folder in AllenSDK's cache layout that the
 * sessions stand in.
 */
export async function projectLoader(make: (directory: string) => Promise<Uint8Array> | Uint8Array): Promise<void> {
  let directory: string | undefined;
  await run(
    () => {
      directory = sessions()[0].directory;
      return make(directory);
    },
    () => (directory ? [`  folder   ${directory}`] : [])
  );
}

async function run(make: () => Promise<Uint8Array> | Uint8Array, about: () => string[]): Promise<void> {
  try {
    writeFully(1, await make());
  } catch (error) {
    if (isBrokenPipe(error)) return; // the reader has gone, and with it the reason to complain
    process.stderr.write(`\n${failure(process.argv[1], about(), error)}\n`);
    process.exitCode = 1;
  }
}

function loaderParameters(args: string[]): LoaderParameters {
  const {tokens} = parseArgs({args, strict: false, allowPositionals: true, tokens: true});
  return Object.fromEntries(
    tokens.flatMap((token) => (token.kind === "option" && token.value !== undefined ? [[token.name, token.value]] : []))
  );
}

/** What a person needs to know of a failed loader. */
function failure(loader: string, about: string[], error: unknown): string {
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
