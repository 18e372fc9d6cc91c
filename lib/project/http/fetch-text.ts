import {RequestError, retryDelay} from "../../http/index.js";
import {requestRange} from "./request-range.js";
import {wait} from "./wait.js";

/** How patient a request for a short text is; the times are in ms. */
export interface FetchTextOptions {
  signal?: AbortSignal;
  /** How long no byte may arrive. Default 30 s. */
  stallLimit?: number;
  /** How often it may fail. Default 5. */
  retries?: number;
  /** The first wait before it is made again; it doubles each time. Default 500 ms. */
  retryDelay?: number;
  /** The longest time that a server may ask to wait. Default two minutes. */
  longestWait?: number;
}

/** No list or reply of an archive is longer than this. */
const LONGEST_TEXT = 256 << 20;

/**
 * The text behind an address, such as a list of files: whole, and asked for again when that may help.
 * @throws {RequestError}; when `signal` is aborted, its reason
 */
export async function fetchText(url: string, options: FetchTextOptions = {}): Promise<string> {
  const {signal, stallLimit, retries = 5, retryDelay: first = 500, longestWait = 120_000} = options;
  for (let failures = 1; ; ++failures) {
    try {
      const {read, total} = await requestRange({url, start: 0, end: null}, {signal, stallLimit});
      const parts: Uint8Array[] = [];
      let length = 0;
      await read((chunk) => {
        length += chunk.length;
        if (length > LONGEST_TEXT) throw tooLong(url, total);
        parts.push(Buffer.from(chunk));
      });
      return Buffer.concat(parts).toString("utf8");
    } catch (error) {
      if (!(error instanceof RequestError) || failures > Math.min(retries, error.worthRetries)) throw error;
      if ((error.retryAfter ?? 0) > longestWait) throw error;
      await wait(retryDelay(failures, first, error.retryAfter), signal);
    }
  }
}

function tooLong(url: string, total: number | null): RequestError {
  const expected = `a text of at most ${LONGEST_TEXT} bytes`;
  const found = total === null ? "a longer one" : `${total} bytes`;
  return new RequestError("wrong-length", {file: url, expected, found, remedy: "Check the address."});
}
