import {statSync} from "node:fs";
import {join} from "node:path";
import {
  bytesText,
  cachedSessionIds,
  cachePath,
  type PlacedFile,
  ProjectError,
  readError,
  sessionFiles,
  TABLES,
  usedFolders,
  verifyFile,
  verifyTable
} from "../../project/index.js";
import type {CommandContext} from "./context.js";
import {howToMend} from "./how-to-mend.js";

/**
 * Reads files whole, and says of each whether it is what it should be: of the sessions that are named, in the cache folder or, where that
 * lacks them, in a folder that is a source; if none is named, of the tables and all sessions in the cache folder. One that cannot be
 * read does not stop the others.
 */
export async function verifySessions(context: CommandContext): Promise<void> {
  const {directory, sources} = context.folder;
  const all = context.ids.length === 0;
  if (all) await verifyTables(context);
  const ids = all ? await cachedSessionIds(directory) : context.ids;
  if (ids.length === 0 && !context.json) {
    const byId = usedFolders(context.folder).length > 1 ? "; name those that lie in another folder by their ids" : "";
    context.print(`no session in ${directory}${byId}`, {});
  }
  for (const id of ids) {
    const event = {event: "verified", session: id};
    const folder = all ? {directory, sources: []} : {directory, sources};
    const files = await sessionFiles(folder, id).catch((error) => {
      context.fail(readError(error, directory, "Have it made readable."), {...event, state: "unreadable"});
      return null;
    });
    if (files?.length === 0) context.fail(notThere(id, context), {...event, state: "missing"});
    for (const placed of files ?? []) await verifyOne(placed, id, context);
  }
}

async function verifyOne(placed: PlacedFile, id: number, context: CommandContext): Promise<void> {
  const path = join(placed.directory, cachePath(placed.file));
  const remedy = howToMend(placed, id, context);
  const event = {event: "verified", session: id, path};
  try {
    const {state, size, sha256, against, expected, found} = await verifyFile(
      placed.file,
      context.folder,
      placed.directory
    );
    if (state === "missing") statSync(path); // throws why: a link that leads nowhere, for example
    const details = {...event, state, size, sha256, against};
    if (state === "whole") return context.print(`${path}  ${bytesText(size ?? 0)}, ${COMPARED[against]}`, details);
    const damage = {file: path, expected: expected ?? "a whole file", found: found ?? state, remedy};
    context.fail(new ProjectError("damaged", damage), details);
  } catch (error) {
    context.signal.throwIfAborted();
    context.fail(readError(error, path, remedy), {...event, state: "unreadable"});
  }
}

async function verifyTables({folder, print, fail}: CommandContext): Promise<void> {
  const remedy = "Delete it, and it is fetched again.";
  for (const name of TABLES) {
    const event = {event: "verified", table: name, path: join(folder.directory, cachePath({kind: "table", name}))};
    try {
      const {path, state, rows, against, expected, found} = await verifyTable(folder.directory, name);
      if (state === "missing") continue; // fetched when it is needed
      const details = {...event, state, rows, against};
      if (state === "whole") print(`${path}  ${rows} rows, each whole; ${COMPARED[against]}`, details);
      else fail(new ProjectError("damaged", {file: path, expected: expected!, found: found!, remedy}), details);
    } catch (error) {
      fail(readError(error, event.path, remedy), {...event, state: "unreadable"});
    }
  }
}

function notThere(id: number, {folder}: CommandContext): ProjectError {
  const [directory, ...others] = usedFolders(folder);
  return new ProjectError("not-found", {
    file: directory,
    expected: `files of the session ${id}`,
    found: ["none", ...others].join(", nor in "),
    remedy: `Run npm run sessions -- fetch ${id}.`
  });
}

const COMPARED = {
  digest: "its SHA-256 is right",
  size: "its size is right; no digest of it is known",
  nothing: "nothing is known to compare it with"
};
