import {spawn} from "node:child_process";
import {once} from "node:events";
import {existsSync, mkdirSync, renameSync, rmSync} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {claimPlace} from "../../project/index.js";
import {CommandError} from "../command-error.js";
import {provideWorkspace, sessionWorkspace} from "../session-workspace.js";
import {absoluteFolders} from "./absolute-folders.js";
import type {CommandContext} from "./context.js";
import {requireKnownSession} from "./known-session.js";

/**
 * Builds the notebook of each session, a site of its own: from the session's files, the project's tables and this checkout to
 * `<output>/<id>/`. A build that was interrupted goes on from the snapshots that it has made; one that fails leaves the last site as
 * it was. Builds of different sessions may run at the same time; those of one wait for each other.
 */
export async function buildSessions(context: CommandContext, {output}: {output: string}): Promise<void> {
  for (const id of context.ids) {
    try {
      await requireKnownSession(context, id);
      const site = await buildAlone(id, output, context);
      context.print(`session ${id}: ${site}`, {event: "built", session: id, site});
    } catch (error) {
      context.signal.throwIfAborted();
      context.fail(error, {event: "failed", session: id});
    }
  }
}

/** Builds a session while nobody else does. */
async function buildAlone(id: number, output: string, context: CommandContext): Promise<string> {
  let waits = false;
  const release = await claimPlace(sessionWorkspace(id), {
    signal: context.signal,
    pause: 1000,
    onWait() {
      if (!waits) process.stderr.write(`session ${id} is being built by another process; waiting for it\n`);
      waits = true;
    }
  });
  try {
    const workspace = provideWorkspace(id);
    await buildIn(workspace, id, context);
    const site = resolve(output, String(id));
    takePlace(join(workspace, "dist"), site);
    return site;
  } finally {
    await release();
  }
}

async function buildIn(workspace: string, id: number, {folder, json, signal}: CommandContext): Promise<void> {
  const modules = ["--import", "./lib/site/typescript.mjs", "lib/commands/build.ts"];
  const build = spawn(process.execPath, modules, {
    cwd: workspace,
    env: {
      ...process.env,
      SESSIONS: String(id),
      BUILD_ENDS_WITH_INPUT: "yes",
      NEUROPIXELS_CACHE: resolve(folder.directory),
      ...(folder.download?.offline && {NEUROPIXELS_OFFLINE: "yes"}),
      ...(process.env.NEUROPIXELS_SOURCES && {NEUROPIXELS_SOURCES: absoluteFolders(process.env.NEUROPIXELS_SOURCES)})
    },
    stdio: ["pipe", json ? "ignore" : "inherit", "inherit"], // the pipe ends with this process, and the build with the pipe
    signal,
    killSignal: "SIGTERM"
  });
  const [code, killed] = (await once(build, "exit")) as [number | null, NodeJS.Signals | null];
  if (code === 0) return;
  throw new CommandError("build-failed", {
    file: workspace,
    expected: `the site of session ${id}`,
    found: killed ? `a build ended by ${killed}` : `a build that failed (exit code ${code})`,
    remedy: "What went wrong stands above; snapshots that were made are kept."
  });
}

function takePlace(site: string, place: string): void {
  mkdirSync(dirname(place), {recursive: true});
  const last = `${place}.last`;
  rmSync(last, {recursive: true, force: true});
  if (existsSync(place)) renameSync(place, last);
  renameSync(site, place);
  rmSync(last, {recursive: true, force: true});
}
