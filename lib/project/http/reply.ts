import type {Dispatcher} from "undici";

/** Is given the bytes of a body, piece by piece, which it must copy to keep. */
export type Taker = (chunk: Uint8Array) => void;

/** Whoever waits for a part of a reply. */
interface Waiting {
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * The reply to one request, as undici's dispatcher hands it on: its head first, and its body when someone takes it. A stream in between,
 * read chunk by chunk, would cost as much of the processor's time as the reception itself.
 */
export class Reply implements Dispatcher.DispatchHandlers {
  status = 0;
  /** Fulfilled when status and headers are there. */
  readonly head: Promise<void>;
  #headers = new Map<string, string>();
  #head!: Waiting;
  #taker: Taker | null = null;
  #body: Waiting | null = null;
  #abort: ((error: Error) => void) | null = null;
  #resume = () => {};
  /** What ended it: null while it goes on, and `error` null after its last byte. */
  #ended: {error: unknown} | null = null;

  constructor() {
    this.head = new Promise((resolve, reject) => {
      this.#head = {resolve, reject};
    });
  }

  /** A header's first value, by its name in lower case. */
  readonly header = (name: string): string | null => this.#headers.get(name) ?? null;

  /** Gives the body to `take`, once; rejects with what broke, or what `take` threw, and then the connection is let go. */
  read(take: Taker): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#taker = take;
      this.#body = {resolve, reject};
      if (this.#ended) this.#tell(this.#ended.error);
      else this.#resume();
    });
  }

  /** Ends the request, wherever it is. */
  end(error: unknown): void {
    if (this.#ended) return;
    this.onError(error);
    this.#abort?.(error instanceof Error ? error : new Error(String(error)));
  }

  onConnect(abort: (error?: Error) => void): void {
    this.#abort = abort;
    if (this.#ended) abort();
  }

  onHeaders(status: number, headers: Buffer[], resume: () => void): boolean {
    if (status < 200) return true; // the reply itself follows
    this.status = status;
    for (let i = 0; i < headers.length; i += 2) {
      const name = headers[i].toString("latin1").toLowerCase();
      if (!this.#headers.has(name)) this.#headers.set(name, headers[i + 1].toString("latin1"));
    }
    this.#resume = resume;
    this.#head.resolve();
    return false; // until someone takes the body
  }

  onData(chunk: Buffer): boolean {
    if (this.#ended) return true;
    try {
      this.#taker?.(chunk);
    } catch (error) {
      this.end(error);
    }
    return true;
  }

  onComplete(): void {
    this.#ended ??= {error: null};
    this.#tell(null);
  }

  onError(error: unknown): void {
    this.#ended ??= {error};
    this.#head.reject(error);
    this.#tell(error);
  }

  #tell(error: unknown): void {
    if (error === null) this.#body?.resolve();
    else this.#body?.reject(error);
  }
}
