import type {FileHandle} from "node:fs/promises";

/** How many more bytes are worth another round. */
const STEP = 64 << 20;

/**
 * Has the disk take what the system holds of a file in memory, while more is coming, so that there is little to wait for in the
 * end. Without that a power cut could leave a file of the right length, and of zeros.
 */
export class FlushBehind {
  readonly #file: FileHandle;
  #flushing = Promise.resolve();
  #isBusy = false;
  #told = 0;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Says how many bytes have been written. */
  advance(written: number): void {
    if (this.#isBusy || written < this.#told + STEP) return;
    this.#told = written;
    this.#isBusy = true; // and for good, when it fails: a system says only once that it could not write
    this.#flushing = flush(this.#file);
    this.#flushing.then(
      () => {
        this.#isBusy = false;
      },
      () => {}
    );
  }

  /**
   * Waits until the disk has all of it.
   * @throws what the disk has said, now or before
   */
  async finish(): Promise<void> {
    await this.#flushing;
    await flush(this.#file);
  }
}

async function flush(file: FileHandle): Promise<void> {
  await file.datasync().catch((error: NodeJS.ErrnoException) => {
    if (!["EINVAL", "ENOTSUP", "ENOSYS"].includes(error.code ?? "")) throw error; // some file systems cannot be asked
  });
}
