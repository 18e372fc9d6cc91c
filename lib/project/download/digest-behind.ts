import {Worker} from "node:worker_threads";
import {onAbort} from "../http/on-abort.js";
import {sha256Of} from "../sha256-of.js";

/** A thread is worth starting for so long a file, and worth telling after so much more of it. */
const WORTH_A_THREAD = 32 << 20;
const STEP = 4 << 20;

/**
 * The SHA-256 of a file that is being written in no order: a thread reads it, out of the system's memory, up to where there is no gap,
 * so that the digest is there when the last byte is.
 */
export class DigestBehind {
  readonly #path: string;
  #thread: Worker | null = null;
  #tried = false;
  #told = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** Says that all bytes before `front` are there, of `total` or an unknown number (null). */
  advance(front: number, total: number | null): void {
    if ((total ?? front) < WORTH_A_THREAD) return;
    if (!this.#thread && !this.#tried) this.#thread = this.#start();
    if (front < this.#told + STEP) return;
    this.#told = front;
    this.#thread?.postMessage({front});
  }

  /**
   * The digest of the file, which has `total` bytes, in hexadecimal digits.
   * @throws the reason of `signal`, when it is aborted
   */
  async finish(total: number, signal?: AbortSignal): Promise<string> {
    const thread = this.#thread;
    if (!thread) return sha256Of(this.#path, signal);
    return new Promise((resolve, reject) => {
      const stopListening = onAbort(signal, () => reject(signal!.reason));
      thread.removeAllListeners("error");
      thread.once("error", reject).once("message", (digest: string) => {
        stopListening();
        resolve(digest);
      });
      thread.postMessage({front: total, last: true});
    });
  }

  /** Forgets what was read. */
  async stop(): Promise<void> {
    const thread = this.#thread;
    this.#thread = null;
    this.#tried = false;
    this.#told = 0;
    await thread?.terminate();
  }

  #start(): Worker {
    this.#tried = true;
    const thread = new Worker(new URL("./digest-thread.mjs", import.meta.url), {
      workerData: {path: this.#path},
      execArgv: [] // what this process was started with (a loader, a debugger) is of no use there
    });
    thread.on("error", () => {
      this.#thread = null; // finish reads the file itself
    });
    return thread;
  }
}
