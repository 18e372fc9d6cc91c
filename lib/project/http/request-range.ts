import {
  checkRangeReply,
  type RangeReply,
  RequestError,
  unreachable,
  type WantedRange,
  wrongLength
} from "../../http/index.js";
import {onAbort} from "./on-abort.js";
import {type Reply, sendRequest, type Taker} from "./send-request.js";

/** Servers that have answered: when one of them falls silent, it is worth waiting for. */
const HEARD_FROM = new Set<string>();

/** A reply that begins as it should, with the bytes that follow. */
export interface RangeBody extends RangeReply {
  /**
   * Gives the bytes to `take`, as they come, once; rejects with what that throws, or with a RequestError when they are more or fewer than
   * was said, or stall.
   */
  read(take: Taker): Promise<void>;
  /** Lets the connection go without reading the bytes. */
  cancel(): void;
}

/** How a request is made. */
export interface RequestOptions {
  signal?: AbortSignal;
  /** How long no byte may arrive, in ms. Default 30 s. */
  stallLimit?: number;
  /** Whether the whole file will do when the server does not give parts. Default false. */
  wholeWillDo?: boolean;
}

/**
 * Asks once for a part of a file, or all of it, and checks everything that comes before its first byte. Its bytes must be
 * read, or cancelled.
 * @throws {RequestError}; when `signal` is aborted, its reason
 */
export async function requestRange(
  wanted: WantedRange,
  {signal, stallLimit = 30_000, wholeWillDo = false}: RequestOptions = {}
): Promise<RangeBody> {
  const {url, start, end} = wanted;
  signal?.throwIfAborted();
  const connection = new AbortController();
  const stopListening = onAbort(signal, () => connection.abort(signal?.reason));
  let quiet = 0; // quarters of the limit: a clock would also count how long this process was stopped, or waited for a disk
  let stalled = false;
  const watch = setInterval(
    () => {
      if (++quiet <= 4) return;
      stalled = true;
      connection.abort();
    },
    Math.max(1, stallLimit / 4)
  );
  const release = () => {
    clearInterval(watch);
    stopListening();
  };
  const close = () => {
    release();
    connection.abort();
  };
  const failure = (error: unknown) => {
    if (signal?.aborted) return signal.reason;
    return stalled ? stallError(url, stallLimit) : error instanceof RequestError ? error : networkError(url, error);
  };

  try {
    const headers = {
      accept: "*/*",
      "accept-encoding": "identity", // compressed bytes would have no length that is the file's
      "user-agent": "neuropixels-notebook", // some servers refuse whoever has no name
      ...(end !== null && {range: `bytes=${start}-${end - 1}`})
    };
    const answer = await sendRequest(url, headers, connection.signal);
    quiet = 0;
    HEARD_FROM.add(new URL(url).host);
    const reply = checkRangeReply(wanted, answer.head, {wholeWillDo});
    if (reply.end === null && answer.head.headers["transfer-encoding"] !== "chunked" && wanted.total == null) {
      const expected = "a reply that says how long it is";
      const found = "one that ends when the connection does";
      throw new RequestError("wrong-length", {file: url, expected, found, remedy: "Take another source."});
    }
    const expected = reply.end === null ? (wanted.total ?? null) : reply.end - reply.start;
    return {...reply, read: (take) => readBody(answer, expected, take), cancel: close};
  } catch (error) {
    close();
    throw failure(error);
  }

  async function readBody(answer: Reply, expected: number | null, take: Taker): Promise<void> {
    let received = 0;
    let refusal: unknown;
    try {
      quiet = 0;
      await answer.read((chunk) => {
        received += chunk.length;
        if (expected !== null && received > expected) throw wrongLength(url, expected, "more");
        quiet = 0;
        try {
          take(chunk);
        } catch (error) {
          refusal = error;
          throw error;
        }
      });
      if (expected !== null && received < expected) throw wrongLength(url, expected, `${received}`);
      release(); // the connection is of use to the next request
    } catch (error) {
      close();
      throw error === refusal ? error : failure(error);
    }
  }
}

function stallError(url: string, limit: number): RequestError {
  return new RequestError(
    "stalled",
    {
      file: url,
      expected: `a byte within ${limit / 1000} s`,
      found: "none",
      remedy: "Check the connection and try again: what has arrived is kept."
    },
    {worthRetries: Number.POSITIVE_INFINITY}
  );
}

/** What Node says of a connection that was not made, or broke. */
function networkError(url: string, cause: unknown): RequestError {
  const {code, message} = cause as {code?: string; message?: string};
  const found = [code, message].filter(Boolean).join(": ") || String(cause);
  return unreachable(url, found, {worthRetries: retriesWorthwhile(url, found), cause});
}

/** Where there is no network at all, nobody should wait long to hear so; where there was one a moment ago, it may come back. */
function retriesWorthwhile(url: string, found: string): number {
  if (/CERT|SELF_SIGNED|INVALID_(URL|PROTOCOL)/.test(found)) return 0;
  if (URL.canParse(url) && HEARD_FROM.has(new URL(url).host)) return Number.POSITIVE_INFINITY;
  if (/ETIMEDOUT/.test(found)) return 0; // that took ten seconds
  return /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH/.test(found) ? 2 : Number.POSITIVE_INFINITY;
}
