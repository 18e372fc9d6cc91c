import {statSync} from "node:fs";
import {join} from "node:path";
import {bytesText, cachePath, type ProjectFile, provideFile} from "../../project/index.js";
import {type CommandContext, probesWithLfp} from "./context.js";
import {requireKnownSession} from "./known-session.js";

/**
 * Fetches the project's tables, and sessions whole, with their LFP where that is asked for; one that fails does not stop the others. What
 * lies in a folder that is a source is used from there, and not copied.
 */
export async function fetchSessions(context: CommandContext, {lfp}: {lfp: boolean}): Promise<void> {
  for (const sessionId of context.ids) {
    try {
      await requireKnownSession(context, sessionId);
    } catch (error) {
      context.fail(error, {event: "failed", session: sessionId});
      continue;
    }
    const files: ProjectFile[] = [{kind: "session", sessionId}];
    if (lfp)
      for (const probeId of await probesWithLfp(context, sessionId)) files.push({kind: "lfp", sessionId, probeId});
    for (const file of files) {
      try {
        const path = await provideFile(file, {...context.folder, compareOthers: true});
        const {size} = statSync(path);
        const isCopied = path === join(context.folder.directory, cachePath(file));
        context.print(`${path}  ${bytesText(size)}${isCopied ? "" : ", used from there and not copied"}`, {
          event: isCopied ? "fetched" : "in-place",
          session: sessionId,
          path,
          size
        });
      } catch (error) {
        context.signal.throwIfAborted();
        context.fail(error, {event: "failed", session: sessionId, file});
      }
    }
  }
}
