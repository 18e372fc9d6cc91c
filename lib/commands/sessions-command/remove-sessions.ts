import {bytesText, removeSession, writeLocations} from "../../project/index.js";
import type {CommandContext} from "./context.js";

/** Deletes sessions from the cache folder; the tables stay. */
export async function removeSessions({folder, ids, print}: CommandContext): Promise<void> {
  for (const id of ids) {
    const bytes = await removeSession(folder.directory, id);
    writeLocations(id, null);
    print(`session ${id}: ${bytes > 0 ? `deleted ${bytesText(bytes)}` : "nothing to delete"}`, {
      event: "removed",
      session: id,
      bytes
    });
  }
}
