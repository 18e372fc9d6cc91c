import {runCommand} from "../../run-command.js";

/** Runs npm run sessions with a cache folder and sources; gives its exit code and what it wrote. */
export function runSessions(NEUROPIXELS_CACHE: string, NEUROPIXELS_SOURCES: string, ...args: string[]) {
  return runCommand("lib/commands/sessions-command.ts", args, {NEUROPIXELS_CACHE, NEUROPIXELS_SOURCES});
}
