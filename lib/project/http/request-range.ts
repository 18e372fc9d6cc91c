import {checkRangeReply, type RangeReply, type WantedRange} from "./check-range-reply.js";
import {RequestError} from "./request-error.js";

/** A reply that begins as it should, with the bytes that follow. */
export interface RangeBody extends RangeReply {
  /** The bytes, as they come; ends in a RequestError when they are more or fewer than was said, or stall. */
  chunks: AsyncGenerator<Uint8Array, void, undefined>;
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
 * Asks once for a part of a file, or all of it, by `fetch`, and checks everything that comes before its first byte. Its bytes must be
 * read to their end, left by `return`, or cancelled.
 * @throws {RequestError}; when `signal` is aborted, its reason
 */
export async function requestRange(
  wanted: WantedRange,
  {signal, stallLimit = 30_000, wholeWillDo = false}: RequestOptions = {}
): Promise<RangeBody> {
  const {url, start, end} = wanted;
  signal?.throwIfAborted();
  const connection = new AbortController();
  const abort = () => connection.abort(signal?.reason);
  signal?.addEventListener("abort", abort);
  let heard = Date.now();
  let stalled = false;
  const watch = setInterval(
    () => {
      if (Date.now() - heard < stallLimit) return;
      stalled = true;
      connection.abort();
    },
    Math.max(1, stallLimit / 4)
  );
  const close = () => {
    clearInterval(watch);
    signal?.removeEventListener("abort", abort);
    connection.abort();
  };
  const failure = (error: unknown) => {
    if (signal?.aborted) return signal.reason;
    return stalled ? stallError(url, stallLimit) : error instanceof RequestError ? error : networkError(url, error);
  };

  try {
    const response = await fetch(url, {
      // Compressed bytes would have no length that is the file's; with a range, fetch asks for them as they are by itself.
      headers: end === null ? {"accept-encoding": "identity"} : {range: `bytes=${start}-${end - 1}`},
      signal: connection.signal
    });
    heard = Date.now();
    const head = {status: response.status, header: (name: string) => response.headers.get(name)};
    const reply = checkRangeReply(wanted, head, {wholeWillDo});
    if (reply.end === null && response.headers.get("transfer-encoding") !== "chunked" && wanted.total == null) {
      const expected = "a reply that says how long it is";
      const found = "one that ends when the connection does";
      throw new RequestError("wrong-length", {file: url, expected, found, remedy: "Take another source."});
    }
    const expected = reply.end === null ? (wanted.total ?? null) : reply.end - reply.start;
    return {...reply, chunks: body(response, expected), cancel: close};
  } catch (error) {
    close();
    throw failure(error);
  }

  async function* body(response: Response, expected: number | null): AsyncGenerator<Uint8Array, void, undefined> {
    let received = 0;
    try {
      const reader = response.body?.getReader();
      while (reader) {
        heard = Date.now();
        const {done, value} = await reader.read();
        if (done) break;
        received += value.length;
        if (expected !== null && received > expected) throw lengthError(url, expected, "more");
        yield value;
      }
      if (expected !== null && received < expected) throw lengthError(url, expected, `${received}`);
    } catch (error) {
      throw failure(error);
    } finally {
      close();
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

function lengthError(url: string, expected: number, found: string): RequestError {
  return new RequestError(
    "wrong-length",
    {file: url, expected: `${expected} bytes`, found, remedy: "Try again, or take another source."},
    {worthRetries: Number.POSITIVE_INFINITY}
  );
}

/** What `fetch` says of a connection that was not made, or broke; the reason is in the error's cause, or that one's. */
function networkError(url: string, error: unknown): RequestError {
  let cause = error as {cause?: unknown; code?: string; message?: string};
  while (cause.cause instanceof Error) cause = cause.cause as typeof cause;
  const found = [cause.code, cause.message].filter(Boolean).join(": ") || String(error);
  if (/redirect/.test(found)) {
    const expected = "an address that leads to a file";
    return new RequestError(
      "redirects",
      {file: url, expected, found: `redirects that do not (${found})`, remedy: "Take another source."},
      {cause: error}
    );
  }
  const forGood = /CERT|SELF_SIGNED|SCHEME|INVALID_URL|scheme|Invalid URL|Failed to parse/i.test(found);
  // A name that is not found may be a network that is just coming up, but rarely for long.
  const worthRetries = forGood ? 0 : /ENOTFOUND|ECONNREFUSED/.test(found) ? 5 : Number.POSITIVE_INFINITY;
  return new RequestError(
    "unreachable",
    {file: url, expected: "an answer", found, remedy: "Check the address and the connection, and try again."},
    {worthRetries, cause: error}
  );
}
