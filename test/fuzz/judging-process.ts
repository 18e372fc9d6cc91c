import {type ChildProcess, fork} from "node:child_process";
import {readFileSync} from "node:fs";
import type {Damage} from "./damage.js";
import type {Target, Verdict} from "./judge.js";

/** How long a file may be read (ms), and how much memory its process may take (bytes). */
const LIMITS = {time: 30_000, memory: 1536 << 20};
/** After so many files a process is replaced: modules of WebAssembly that broke off stay in its memory. */
const MOST_FILES = 500;

/** What came of a damaged file; or that its process had to be ended, or ended by itself. */
export type Outcome = Verdict["outcome"] | "hang" | "memory" | "crash";

/** What must not come of any file. */
export const FAULTS: readonly Outcome[] = ["wrong", "untagged", "hang", "memory", "crash"];

/** Judges damaged files in a process beside this one, one after the other. */
export class JudgingProcess {
  #child?: ChildProcess;
  #files = 0;

  async judge(target: Target, damage: Damage): Promise<{outcome: Outcome; detail: string}> {
    if (++this.#files % MOST_FILES === 0) this.close();
    await this.#ask(target, null); // the whole file, which takes its time once
    return (await this.#ask(target, damage)) as {outcome: Outcome; detail: string};
  }

  close(): void {
    this.#child?.kill("SIGKILL");
    this.#child = undefined;
  }

  #ask(target: Target, damage: Damage | null): Promise<unknown> {
    const execArgv = ["--import", "./lib/site/typescript.mjs", "--max-old-space-size=1024"];
    this.#child ??= fork("test/fuzz/judging-child.ts", {execArgv, stdio: ["ignore", "ignore", "pipe", "ipc"]});
    const child = this.#child;
    return new Promise((resolve) => {
      let said = "";
      const hear = (chunk: Buffer) => (said += chunk);
      const settle = (answer: unknown) => {
        clearInterval(watch);
        clearTimeout(limit);
        child.stderr!.off("data", hear);
        child.removeAllListeners();
        resolve(answer);
      };
      const end = (outcome: Outcome, detail: string) => {
        this.close();
        settle({outcome, detail});
      };
      const watch = setInterval(() => {
        const memory = residentMemory(child.pid!);
        if (memory > LIMITS.memory) end("memory", `${Math.round(memory / 2 ** 20)} MB`);
      }, 250);
      const limit = setTimeout(() => end("hang", `no answer in ${LIMITS.time / 1000} s`), LIMITS.time);
      child.stderr!.on("data", hear);
      child.once("message", settle);
      child.once("exit", (code, signal) => end("crash", `${signal ?? code}: ${said.slice(-2000)}`));
      child.send({target, damage});
    });
  }
}

/** The memory that a process holds (bytes); 0 where the system does not say. */
function residentMemory(pid: number): number {
  try {
    return 4096 * Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
  } catch {
    return 0;
  }
}
