import {RequestError, retryDelay} from "../../http/index.js";
import {wait} from "../http/wait.js";

/** How patient one download is, in all its requests. */
export interface Patience {
  /** How often in a row a request may fail without bringing a byte. */
  retries: number;
  /** In ms, as the next one. */
  retryDelay: number;
  /** The longest time that a server may ask to wait. */
  longestWait: number;
  onRetry(error: RequestError, delay: number): void;
}

/** Makes requests again that failed; one object for all requests of a download, since a busy server means all of them. */
export class Retry {
  readonly #patience: Patience;
  /** Until when the server asked not to be asked. */
  #until = 0;

  constructor(patience: Patience) {
    this.#patience = patience;
  }

  /**
   * @param attempt makes a request, and says whenever it brings something: then it has not failed in vain
   * @throws {RequestError} the last one, when it is of no use to go on
   */
  async run<T>(signal: AbortSignal, attempt: (progressed: () => void) => Promise<T>): Promise<T> {
    const {retries, retryDelay: first, longestWait, onRetry} = this.#patience;
    let failures: RequestError[] = [];
    for (;;) {
      // Others may have been told to wait longer, meanwhile.
      while (Date.now() < this.#until) await wait(this.#until - Date.now(), signal);
      try {
        return await attempt(() => {
          failures = [];
        });
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof RequestError)) throw error;
        failures.push(error);
        const alike = failures.filter(({tag}) => tag === error.tag).length;
        const asked = error.retryAfter ?? 0;
        if (failures.length > retries || alike > error.worthRetries || asked > longestWait) throw error;
        this.#until = Math.max(this.#until, Date.now() + asked);
        const delay = retryDelay(failures.length, first, asked);
        onRetry(error, delay);
        await wait(delay, signal);
      }
    }
  }
}
