import {retryAfter} from "../../nwb/remote/index.js";
import {RequestError, type RequestErrorTag} from "./request-error.js";

/** A part of a file: from `start` up to, not including, `end`, in bytes; and what is known of the file. */
export interface WantedRange {
  url: string;
  start: number;
  /** Past the file's end is allowed; null asks for the whole file, and not for a part. */
  end: number | null;
  /** The file's length, where it is known. */
  total?: number | null;
  /** The file's version (see `RangeReply`), where it is known. */
  version?: string | null;
}

/** What a server sends, by its reply's head. */
export interface RangeReply {
  start: number;
  /** Exclusive; null when the server does not say. */
  end: number | null;
  /** The length of the whole file; null when the server does not say. */
  total: number | null;
  /** What tells this version of the file from another one: its strong ETag, or else its date. Null where the server has neither. */
  version: string | null;
  /** Whether the whole file comes, because the server does not give parts. */
  whole: boolean;
}

/** The status and headers of a reply. */
export interface ReplyHead {
  status: number;
  header(name: string): string | null;
}

/** A failure of this kind may be the mood of one server among many, but not more often than this. */
const A_FEW = 6;

/**
 * Checks a reply's head against what was asked for: status, range, lengths, version.
 * @param wholeWillDo when the server does not give parts; only from the file's first byte on
 * @throws {RequestError}
 */
export function checkRangeReply(wanted: WantedRange, reply: ReplyHead, {wholeWillDo = false} = {}): RangeReply {
  const {url, start, end} = wanted;
  if (reply.status !== 200 && reply.status !== 206) throw statusError(wanted, reply);
  const encoding = reply.header("content-encoding");
  if (encoding && encoding !== "identity") {
    throw failure(url, "wrong-content", "bytes as they are", `bytes encoded as ${encoding}`, 0);
  }
  const version = versionOf(reply);
  const length = numberOf(reply.header("content-length"));
  let range: RangeReply;
  if (reply.status === 200) {
    if (start > 0 || (end !== null && !wholeWillDo))
      throw failure(url, "ignores-ranges", "a part of the file", "the whole of it", A_FEW);
    range = {start: 0, end: length, total: length, version, whole: true};
  } else {
    const header = reply.header("content-range");
    const match = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(header ?? "");
    const asked = end === null ? "the whole file" : `bytes ${start} to ${end - 1}`;
    if (!match || end === null)
      throw failure(url, "wrong-range", asked, `Content-Range: ${header ?? "nothing"}`, A_FEW);
    const [first, last] = [Number(match[1]), Number(match[2])];
    const total = match[3] === "*" ? null : Number(match[3]);
    if (first !== start || last < first || last >= end || (total !== null && last >= total)) {
      throw failure(url, "wrong-range", asked, header!, A_FEW);
    }
    if (length !== null && length !== last + 1 - first) {
      throw failure(url, "wrong-length", `${last + 1 - first} bytes`, `Content-Length: ${length}`, A_FEW);
    }
    range = {start, end: last + 1, total, version, whole: false};
  }
  if (wanted.total != null && range.total !== null && range.total !== wanted.total) {
    throw failure(url, "changed", `a file of ${wanted.total} bytes`, `one of ${range.total} bytes`, 0);
  }
  if (wanted.version != null && version !== wanted.version) {
    throw failure(url, "changed", `version ${wanted.version}`, version ? `version ${version}` : "no version", 0);
  }
  return range;
}

/** A weak ETag does not promise the same bytes. */
function versionOf({header}: ReplyHead): string | null {
  const etag = header("etag");
  return etag && !etag.startsWith("W/") ? etag : header("last-modified");
}

function statusError({url, start, total}: WantedRange, {status, header}: ReplyHead): RequestError {
  if (status === 416) {
    const actual = numberOf(/^bytes \*\/(\d+)$/.exec(header("content-range") ?? "")?.[1] ?? null);
    return actual !== null && actual <= start
      ? failure(url, "changed", total == null ? "bytes" : `a file of ${total} bytes`, `one of ${actual} bytes`, 0)
      : failure(url, "wrong-range", `bytes from ${start} on`, "status 416, as if there were none", A_FEW);
  }
  if (status === 412) return failure(url, "changed", "the version that was read before", "status 412", 0);
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    const after = header("retry-after");
    const found = `status ${status}${after ? `, Retry-After: ${after}` : ""}`;
    return new RequestError(
      "busy",
      {file: url, expected: "the file", found, remedy: "Try again later."},
      {worthRetries: Number.POSITIVE_INFINITY, retryAfter: retryAfter(after, header("date"))}
    );
  }
  if (status === 404 || status === 410) return failure(url, "not-there", "the file", `status ${status}`, 0);
  if (status === 401 || status === 403) return failure(url, "refused", "the file", `status ${status}`, 0);
  return failure(url, "wrong-status", "status 206 or 200", `status ${status}`, 0);
}

function numberOf(text: string | null): number | null {
  return text !== null && /^\d+$/.test(text) ? Number(text) : null;
}

const REMEDIES: Partial<Record<RequestErrorTag, string>> = {
  "not-there": "Check the address, or take another source.",
  refused: "Check whether the address needs a login, or whether a proxy stands between.",
  changed: "Read the file again from its beginning.",
  "ignores-ranges": "Fetch the whole file, or take another source."
};

function failure(
  url: string,
  tag: RequestErrorTag,
  expected: string,
  found: string,
  worthRetries: number
): RequestError {
  const remedy = REMEDIES[tag] ?? "Check whether a proxy stands between, or take another source.";
  return new RequestError(tag, {file: url, expected, found, remedy}, {worthRetries});
}
