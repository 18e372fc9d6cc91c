import {
  bytesText,
  cachedSessionIds,
  ProjectError,
  sessionFiles,
  TABLES,
  verifyFile,
  verifyTable
} from "../../project/index.js";
import type {CommandContext} from "./context.js";

/**
 * Reads files of the cache folder whole, and says of each whether it is what it should be; of the tables and all sessions, if none is
 * named.
 */
export async function verifySessions(context: CommandContext): Promise<void> {
  const {directory} = context.folder;
  if (context.ids.length === 0) await verifyTables(context);
  const ids = context.ids.length > 0 ? context.ids : await cachedSessionIds(directory);
  if (ids.length === 0 && !context.json) context.print(`no session in ${directory}`, {});
  for (const id of ids) {
    const files = await sessionFiles(directory, id);
    if (files.length === 0) context.fail(notThere(id, directory), {event: "verified", session: id, state: "missing"});
    for (const file of files) {
      const {path, state, size, sha256, against, expected, found} = await verifyFile(file, context.folder);
      const event = {event: "verified", session: id, path, state, size, sha256, against};
      if (state !== "whole")
        context.fail(
          new ProjectError("damaged", {
            file: path,
            expected: expected ?? "a whole file",
            found: found ?? state,
            remedy: `Run npm run sessions -- fetch ${id}${file.kind === "lfp" ? " --lfp" : ""}.`
          }),
          event
        );
      else context.print(`${path}  ${bytesText(size ?? 0)}, ${COMPARED[against]}`, event);
    }
  }
}

async function verifyTables({folder, print, fail}: CommandContext): Promise<void> {
  for (const name of TABLES) {
    const {path, state, rows, expected, found} = await verifyTable(folder.directory, name);
    if (state === "missing") continue; // fetched when it is needed
    const event = {event: "verified", table: name, path, state, rows};
    const remedy = "Delete it, and it is fetched again.";
    if (state === "whole") print(`${path}  ${rows} rows, each whole; nothing is known to compare it with`, event);
    else fail(new ProjectError("damaged", {file: path, expected: expected!, found: found!, remedy}), event);
  }
}

function notThere(id: number, file: string): ProjectError {
  return new ProjectError("not-found", {
    file,
    expected: `files of the session ${id}`,
    found: "none",
    remedy: `Run npm run sessions -- fetch ${id}.`
  });
}

const COMPARED = {
  digest: "its SHA-256 is right",
  size: "its size is right; no digest of it is known",
  nothing: "readable; nothing is known to compare it with"
};
