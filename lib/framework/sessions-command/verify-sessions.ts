import {bytesText, cachedSessionIds, ProjectError, sessionFiles, verifyFile} from "../../project/index.js";
import type {CommandContext} from "./context.js";

/** Reads files of the cache folder whole, and says of each whether it is what it should be; of all sessions, if none is named. */
export async function verifySessions(context: CommandContext): Promise<void> {
  const {directory} = context.folder;
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
