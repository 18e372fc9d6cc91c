import {createHash, randomBytes} from "node:crypto";
import {readlinkSync} from "node:fs";
import {mkdir, readdir, rename, rm, rmdir, stat, utimes} from "node:fs/promises";
import {hostname} from "node:os";
import {basename, dirname, join} from "node:path";
import {threadId} from "node:worker_threads";
import {wait} from "../http/wait.js";
import {makeFolder} from "../make-folder.js";

/** How long the owner of a part may not have been heard of, in ms, before it counts as dead. */
const SILENCE = {elsewhere: 120_000, here: 600_000};
const HEARTBEAT = 10_000;

/** Machine and, on Linux, the space in which process ids have a meaning (a container has one of its own). */
const machine = createHash("sha256").update(`${hostname()} ${processSpace()}`).digest("hex").slice(0, 8);
/** The parts that this thread is fetching. */
const OURS = new Set<string>();

/**
 * The folder in which one process fetches a file, beside the file's place: `<file>.<machine>-<process>-<thread>-<chance>.part`. Its name
 * is also the claim on the file: whoever has made one, and then sees no other whose owner lives, is alone. What a
 * dead owner has left is taken over by renaming it, which succeeds for one only.
 */
export class PartFolder {
  readonly path: string;
  readonly #file: string;
  readonly #beat: NodeJS.Timeout;

  private constructor(path: string, file: string) {
    this.path = path;
    this.#file = file;
    OURS.add(path);
    this.#beat = setInterval(() => utimes(path, new Date(), new Date()).catch(() => {}), HEARTBEAT).unref();
  }

  /** The file's bytes, as far as they have come. */
  get bytes(): string {
    return join(this.path, "bytes");
  }

  /** What of them has come. */
  get journal(): string {
    return join(this.path, "journal.json");
  }

  /**
   * Claims a file, and waits for that while another process has it.
   * @param onWait called whenever it waits
   */
  static async claim(
    file: string,
    {signal, onWait, pause = 200}: {signal?: AbortSignal; onWait?: () => void; pause?: number} = {}
  ): Promise<PartFolder> {
    await makeFolder(dirname(file));
    for (;;) {
      signal?.throwIfAborted();
      if (!(await someoneElse(file, null))) {
        const owner = [machine, process.pid, threadId, randomBytes(4).toString("hex")].join("-");
        const path = `${file}.${owner}.part`;
        await mkdir(path);
        const folder = new PartFolder(path, file);
        if (!(await someoneElse(file, path))) {
          await folder.#takeOver();
          return folder;
        }
        await rmdir(path);
        folder.#let();
      }
      onWait?.();
      await wait(pause * (0.5 + Math.random()), signal); // by chance, so that two do not step aside for each other forever
    }
  }

  /** Whether the bytes that `inode` means are still ours: a process that slept for long may have been taken for dead. */
  async isOurs(inode: number): Promise<boolean> {
    return (await stat(this.bytes).catch(() => null))?.ino === inode;
  }

  /** Throws away what has come. */
  async clear(): Promise<void> {
    await Promise.all([this.journal, this.bytes].map((path) => rm(path, {force: true})));
  }

  /** Leaves what has come to the next run. */
  async leave(): Promise<void> {
    const names = await readdir(this.path).catch(() => [] as string[]);
    if (!names.includes("journal.json")) return this.remove();
    const left = `${this.#file}.part`;
    await rm(left, {recursive: true, force: true});
    await rename(this.path, left);
    this.#let();
  }

  async remove(): Promise<void> {
    await rm(this.path, {recursive: true, force: true});
    this.#let();
  }

  #let(): void {
    OURS.delete(this.path);
    clearInterval(this.#beat);
  }

  /** Takes over what has come furthest of what others left, and removes the rest. */
  async #takeOver(): Promise<void> {
    const left = (await partFolders(this.#file)).filter((path) => path !== this.path);
    const written = await Promise.all(left.map((path) => stat(join(path, "journal.json")).catch(() => null)));
    const latest = Math.max(...written.map((stats) => stats?.mtimeMs ?? 0));
    for (const [i, path] of left.entries()) {
      if (latest > 0 && written[i]?.mtimeMs === latest) await rename(path, this.path).catch(() => {});
      await rm(path, {recursive: true, force: true});
    }
  }
}

/** Removes what was left of a file that nobody fetches any more. */
export async function removeRemains(file: string): Promise<void> {
  for (const path of await partFolders(file)) {
    if (!(await isAlive(file, path))) await rm(path, {recursive: true, force: true});
  }
}

async function someoneElse(file: string, mine: string | null): Promise<boolean> {
  for (const path of await partFolders(file)) if (path !== mine && (await isAlive(file, path))) return true;
  return false;
}

async function partFolders(file: string): Promise<string[]> {
  const names = await readdir(dirname(file)).catch(() => [] as string[]);
  const [start, end] = [`${basename(file)}.`, ".part"];
  const isPart = (name: string) =>
    name.startsWith(start) && /^(\w+-\d+-\d+-\w+\.)?part$/.test(name.slice(start.length));
  return names.filter((name) => name.endsWith(end) && isPart(name)).map((name) => join(dirname(file), name));
}

async function isAlive(file: string, path: string): Promise<boolean> {
  const owner = /^\.(\w+)-(\d+)-(\d+)-\w+\.part$/.exec(path.slice(file.length));
  if (!owner) return false; // left on purpose
  const [pid, thread] = [Number(owner[2]), Number(owner[3])];
  const here = owner[1] === machine;
  if (here && pid === process.pid && thread === threadId) return OURS.has(path);
  if (here && !isRunning(pid)) return false;
  const heard = await stat(path).catch(() => null);
  return heard !== null && Date.now() - heard.mtimeMs < (here ? SILENCE.here : SILENCE.elsewhere);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"; // someone else's
  }
}

function processSpace(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return ""; // not Linux
  }
}
