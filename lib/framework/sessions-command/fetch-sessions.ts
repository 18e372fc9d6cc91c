import {statSync} from "node:fs";
import {bytesText, type ProjectFile, provideFile} from "../../project/index.js";
import {type CommandContext, probesWithLfp} from "./context.js";
import {requireKnownSession} from "./known-session.js";

/** Fetches the project's tables, and sessions whole, with their LFP where that is asked for; one that fails does not stop the others. */
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
        context.print(`${path}  ${bytesText(size)}`, {event: "fetched", session: sessionId, path, size});
      } catch (error) {
        context.signal.throwIfAborted();
        context.fail(error, {event: "failed", session: sessionId, file});
      }
    }
  }
}
