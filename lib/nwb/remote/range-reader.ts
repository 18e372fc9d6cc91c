import type {Extent} from "../byte-source.js";
import {NwbError} from "../nwb-error.js";
import {type Complaint, checkAnswer, type FileState, type Verdict} from "./check-answer.js";
import type {RangeRequest, RangeTransport} from "./range-transport.js";
import {retryDelay} from "./retry-delay.js";

/** How patient a reader is. */
export interface Patience {
  /** How many tries in a row may bring next to nothing. */
  attempts?: number;
  /** How long to wait after the first failure (ms). */
  shortestDelay?: number;
}

/** A try that brings less than this (bytes) is a failure, even if it brings something. */
const PROGRESS = 1 << 16;
const MOST_REDIRECTS = 5;
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

const untried = {failures: 0, redirects: 0};

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
   * @throws {NwbError} as {@link read}, and `no-ranges`, `not-hdf5` for an empty file
   */
  open(length: number): {state: FileState; head: Uint8Array} {
    const [head] = this.read([{start: 0, end: length}]);
    return {state: this.#state!, head};
  }

  /**
   * The bytes of extents within the file, asked for together.
   * @throws {NwbError} `changed`, `forbidden`, `not-found`, `unreachable` or `bad-answer`
   */
  read(extents: readonly Extent[]): Uint8Array[] {
    const all = extents.map(({start, end}): Pending => ({start, end, bytes: new Uint8Array(end - start), ...untried}));
    for (let pending = all; pending.length > 0; ) {
      const requests = pending.map((extent) => this.#request(extent));
      const answers = this.#transport.send(requests);
      let wait = 0;
      pending = pending.filter((extent, i) => {
        this.traffic.requests++;
        this.traffic.bytes += answers[i].body.length;
        const verdict = checkAnswer(answers[i], requests[i], this.#state);
        if (verdict.kind === "bytes") this.#take(extent, verdict, answers[i].url);
        if (extent.start === extent.end) return false;
        wait = Math.max(wait, this.#delayBeforeNext(extent, verdict, requests[i].url));
        return true;
      });
      if (wait > 0) this.#transport.wait(wait);
    }
    return all.map(({bytes}) => bytes);
  }

  #request({start, end}: Pending): RangeRequest {
    const validator = this.#state?.validator;
    // A weak ETag never matches in If-Match, and a date is no ETag: these are compared when the answer is here.
    return {url: this.#resolved, start, end, ifMatch: validator?.startsWith('"') ? validator : undefined};
  }

  #take(extent: Pending, {bytes, state}: Verdict & {kind: "bytes"}, url: string): void {
    if (!this.#state) {
      this.#state = state;
      extent.end = Math.min(extent.end, state.size);
      extent.bytes = new Uint8Array(extent.end);
    }
    this.#resolved = url || this.#resolved;
    extent.redirects = 0;
    extent.bytes.set(bytes, extent.bytes.length - (extent.end - extent.start));
    extent.start += bytes.length;
    if (bytes.length >= PROGRESS) extent.failures = 0;
  }

  /** How long to wait before what is missing is asked for again (ms); throws where that is of no use. */
  #delayBeforeNext(extent: Pending, verdict: Verdict, asked: string): number {
    if (verdict.kind === "redirect") {
      const to = URL.canParse(verdict.location, asked) ? new URL(verdict.location, asked) : null;
      if (!to || !/^https?:$/.test(to.protocol)) this.#fail(unusable(`a redirect to ${verdict.location}`));
      if (++extent.redirects > MOST_REDIRECTS) this.#fail(unusable(`redirects without end, to ${to.href}`));
      this.#resolved = to.href;
      return 0;
    }
    if (verdict.kind === "refused" && asked !== this.#address && extent.failures < this.#attempts) {
      // An address that was signed for a limited time has expired: the first address leads to a new one.
      extent.failures += this.#attempts / 2;
      this.#resolved = this.#address;
      return 0;
    }
    if (verdict.kind === "error" || verdict.kind === "refused") this.#fail(verdict.complaint);
    if (verdict.kind === "bytes" && verdict.bytes.length >= PROGRESS) return 0;
    const complaint = verdict.kind === "bytes" ? cutShort(verdict.fault) : verdict.complaint;
    if (++extent.failures >= this.#attempts) this.#fail(complaint);
    const after = verdict.kind === "again" ? (verdict.after ?? 0) : 0;
    if (after > LONGEST_WAIT) this.#fail({...complaint, found: `${complaint.found}, to be asked again in ${after} ms`});
    return retryDelay(extent.failures, this.#shortestDelay, after);
  }

  #fail({tag, ...details}: Complaint): never {
    throw new NwbError(tag, {file: this.#address, ...details});
  }
}

function cutShort(fault: string | undefined): Complaint {
  const remedy = "Check the connection, or try again later.";
  return {tag: "unreachable", expected: "all bytes that were asked for", found: fault ?? "fewer", remedy};
}

function unusable(found: string): Complaint {
  return {tag: "unreachable", expected: "an address that leads to a file", found, remedy: "Check the address."};
}
