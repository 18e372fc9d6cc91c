import {spawn} from "node:child_process";

/** Runs one of the project's commands as npm does; gives its exit code and what it wrote. */
export async function runCommand(module: string, args: string[], settings: NodeJS.ProcessEnv) {
  const command = ["--import", "./lib/framework/typescript.mjs", module, ...args];
  const child = spawn(process.execPath, command, {env: {...process.env, ...settings}});
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk) => (out += chunk));
  child.stderr.on("data", (chunk) => (err += chunk));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return {code, out, err};
}

/** npm run sessions, with a cache folder and sources. */
export function runSessions(NEUROPIXELS_CACHE: string, NEUROPIXELS_SOURCES: string, ...args: string[]) {
  return runCommand("lib/framework/sessions-command.ts", args, {NEUROPIXELS_CACHE, NEUROPIXELS_SOURCES});
}

/** What a command said with --json. */
export function events(out: string): Record<string, unknown>[] {
  return out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}
