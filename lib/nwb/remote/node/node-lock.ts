import {readFileSync, rmSync, statSync, writeFileSync} from "node:fs";

/** A lock that has been held for longer is taken to be forgotten (ms). */
const FORGOTTEN = 300_000;

/**
 * Runs something while this process holds a lock file, and waits for other processes that hold it. The lock saves work;
 * it guards nothing: where it cannot be had, because its holder is gone or the folder is read-only, it is done without.
 */
export function whileHolding<T>(path: string, run: () => T): T {
  const held = acquire(path);
  try {
    return run();
  } finally {
    if (held) rmSync(path, {force: true});
  }
}

function acquire(path: string): boolean {
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), {flag: "wx"});
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") return false;
    }
    if (isForgotten(path)) rmSync(path, {force: true});
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
  }
}

function isForgotten(path: string): boolean {
  try {
    if (Date.now() - statSync(path).mtimeMs > FORGOTTEN) return true;
    const holder = Number(readFileSync(path, "utf8"));
    if (!holder || holder === process.pid) return holder === process.pid;
    process.kill(holder, 0); // Signal 0 only asks whether the process is there.
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
