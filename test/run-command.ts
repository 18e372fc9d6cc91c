import {type ChildProcess, spawn} from "node:child_process";

/**
 * Runs one of the project's commands as npm does.
 * @param settings environment variables besides those of this process
 * @param meanwhile what is done while it runs
 * @returns its exit code, and what it wrote
 */
export async function runCommand(
  module: string,
  args: string[],
  settings: NodeJS.ProcessEnv,
  meanwhile?: (command: ChildProcess) => void
): Promise<{code: number | null; out: string; err: string}> {
  const command = ["--import", "./lib/site/typescript.mjs", module, ...args];
  const child = spawn(process.execPath, command, {env: {...process.env, ...settings}});
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk) => (out += chunk));
  child.stderr.on("data", (chunk) => (err += chunk));
  meanwhile?.(child);
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return {code, out, err};
}

/** The objects that a command wrote with --json, one on each line. */
export function events(text: string): Record<string, unknown>[] {
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}
