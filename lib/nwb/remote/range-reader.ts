import {RequestError, redirectTarget, retryDelay, unreachable} from "../../http/index.js";
import type {Extent} from "../byte-source.js";
import {checkAnswer, type FileState} from "./check-answer.js";
import type {RangeAnswer, RangeRequest, RangeTransport} from "./range-transport.js";

/** How patient a reader is. */
export interface Patience {
  /** How many tries in a row may bring next to nothing. */
  attempts?: number;
  /** How long to wait after the first failure (ms). */
  shortestDelay?: number;
}

/** A try that brings less than this (bytes) is a failure, even if it brings something. */
const PROGRESS = 1 << 16;
/** The longest that a server's wish to wait is honoured (ms); one that wishes more is not waited for. */
const LONGEST_WAIT = 120_000;

/** An extent on its way. */
interface Pending {
  start: number;
  end: number;
  bytes: Uint8Array;
  failures: number;
  redirects: number;
}

const UNTRIED = {failures: 0, redirects: 0};

/**
 * Reads extents of a file behind an address, all from the same state of the file: what is answered must have the ETag (or
 * date) and the size of the first answer. Failures that may pass are tried again, for the part that is still missing.
 */
export class RangeReader {
  /** How much was asked for, for reports. */
  readonly traffic = {requests: 0, bytes: 0};
  readonly #address: string;
  readonly #transport: RangeTransport;
  readonly #attempts: number;
  readonly #shortestDelay: number;
  /** Where the file is, after redirects; such an address may expire. */
  #resolved: string;
  #state: FileState | null = null;

  constructor(address: string, transport: RangeTransport, {attempts = 6, shortestDelay = 500}: Patience = {}) {
    this.#address = address;
    this.#resolved = address;
    this.#transport = transport;
    this.#attempts = attempts;
    this.#shortestDelay = shortestDelay;
  }

  /**
   * Asks for the beginning of the file, and binds the reader to the state that it is in.
   * @returns the state, and the first bytes: `length` of them, or all
   * @throws {RequestError} as {@link read}; `no-version`; `wrong-content` for an empty file
   */
  open(length: number): {state: FileState; head: Uint8Array} {
    const [head] = this.read([{start: 0, end: length}]);
    return {state: this.#state!, head};
  }

  /**
   * The bytes of extents within the file, asked for together.
   * @throws {RequestError} the last one, when it is of no use to go on
   */
  read(extents: readonly Extent[]): Uint8Array[] {
    const all = extents.map(({start, end}): Pending => ({start, end, bytes: new Uint8Array(end - start), ...UNTRIED}));
    for (let pending = all; pending.length > 0; ) {
      const requests = pending.map((extent) => this.#request(extent));
      const answers = this.#transport.send(requests);
      let wait = 0;
      pending = pending.filter((extent, i) => {
        this.traffic.requests++;
        this.traffic.bytes += answers[i].body.length;
        const failure = this.#take(extent, answers[i], requests[i].url);
        if (extent.start === extent.end) return false;
        if (failure) wait = Math.max(wait, this.#delayAfter(failure, extent, requests[i].url));
        return true;
      });
      if (wait > 0) this.#transport.wait(wait);
    }
    return all.map(({bytes}) => bytes);
  }

  #request({start, end}: Pending): RangeRequest {
    const version = this.#state?.version;
    // A date is no ETag: it is compared when the answer is here.
    return {url: this.#resolved, start, end, ifMatch: version?.startsWith('"') ? version : undefined};
  }

  /** @returns why there is less than was asked for; null where the next request need not wait */
  #take(extent: Pending, answer: RangeAnswer, asked: string): RequestError | null {
    const {start, end} = extent;
    try {
      const target = redirectTarget(this.#address, asked, answer, extent.redirects);
      if (target) {
        extent.redirects++;
        this.#resolved = target.href;
        return null;
      }
      const known = {total: this.#state?.size, version: this.#state?.version};
      const {bytes, state, fault} = checkAnswer(answer, {url: this.#address, start, end, ...known});
      if (!this.#state) {
        this.#state = state;
        extent.end = Math.min(end, state.size);
        extent.bytes = new Uint8Array(extent.end);
      }
      this.#resolved = answer.url || this.#resolved;
      extent.redirects = 0;
      extent.bytes.set(bytes, extent.bytes.length - (extent.end - start));
      extent.start += bytes.length;
      if (bytes.length < PROGRESS) return fault === undefined ? null : unreachable(this.#address, fault);
      extent.failures = 0;
      return null;
    } catch (error) {
      if (error instanceof RequestError) return error;
      throw error;
    }
  }

  /** How long to wait before what is missing is asked for again (ms); throws the failure where that is of no use. */
  #delayAfter(failure: RequestError, extent: Pending, asked: string): number {
    const {tag, worthRetries, retryAfter = 0} = failure;
    if ((tag === "refused" || tag === "not-there") && asked !== this.#address && extent.failures < this.#attempts) {
      // An address that was signed for a limited time has expired: the first address leads to a new one.
      extent.failures += this.#attempts / 2;
      this.#resolved = this.#address;
      return 0;
    }
    // In a browser the whole file would come each time, before anyone can see that it is not a part.
    if (worthRetries === 0 || tag === "ignores-ranges" || ++extent.failures >= this.#attempts) throw failure;
    if (retryAfter > LONGEST_WAIT) throw failure;
    return retryDelay(extent.failures, this.#shortestDelay, retryAfter);
  }
}
