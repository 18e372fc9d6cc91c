import type {PlacedFile} from "../../project/index.js";
import type {CommandContext} from "./context.js";

/** What to do about a session's file that is not what it should be, or cannot be read. */
export function howToMend({file, directory}: PlacedFile, id: number, {folder}: CommandContext): string {
  if (directory !== folder.directory) return "Replace it there, or name another source in NEUROPIXELS_SOURCES.";
  return `Delete it, and run npm run sessions -- fetch ${id}${file.kind === "lfp" ? " --lfp" : ""}.`;
}
