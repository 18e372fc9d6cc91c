import type {ReplyHead} from "./reply-head.js";
import {RequestError, type RequestErrorTag} from "./request-error.js";
import {retryAfter} from "./retry-after.js";
import {wrongLength} from "./wrong-length.js";

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
  /**
   * What tells this version of the file from another one: its strong ETag, or else its date. Null where the server has neither, as a
   * weak ETag does not promise the same bytes.
   */
  version: string | null;
  /** Whether the whole file comes, because the server does not give parts. */
  whole: boolean;
}

/** A failure of this kind may be the mood of one server among many, but not more often than this. */
const A_FEW = 6;

/** These will be the same the next time: the server cannot do what it is asked for. */
const LASTING = new Set([501, 505]);

/**
 * Checks a reply's head by RFC 9110 against what was asked for: status, range, lengths, version.
 * @param wholeWillDo when the server does not give parts; only from the file's first byte on
 * @throws {RequestError}
 */
export function checkRangeReply(wanted: WantedRange, reply: ReplyHead, {wholeWillDo = false} = {}): RangeReply {
  const {status, headers} = reply;
  const {url, start, end} = wanted;
  if (status !== 200 && status !== 206) throw statusError(wanted, reply);
  const encoding = headers["content-encoding"];
  if (encoding && encoding !== "identity") {
    throw failure(url, "wrong-content", "bytes as they are", `bytes encoded as ${encoding}`, A_FEW);
  }
  const version = strongETag(headers) ?? headers["last-modified"] ?? null;
  if (status === 206) {
    const range = {...partOf(wanted, headers), version, whole: false};
    checkVersion(wanted, range.total, version, headers);
    return range;
  }
  if (start > 0 || (end !== null && !wholeWillDo)) {
    const found = `all of it (status 200, ${headers["content-type"] ?? "of no stated type"})`;
    throw failure(url, "ignores-ranges", "a part of the file (status 206)", found, A_FEW);
  }
  const length = numberIn(headers["content-length"]);
  checkVersion(wanted, length, version, headers);
  return {start: 0, end: length, total: length, version, whole: true};
}

/** The part that comes, by Content-Range and Content-Length. */
function partOf(
  {url, start, end}: WantedRange,
  headers: ReplyHead["headers"]
): {start: number; end: number; total: number | null} {
  const header = headers["content-range"];
  const match = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(header ?? "");
  const [first, last] = [Number(match?.[1]), Number(match?.[2])];
  const total = numberIn(match?.[3]);
  const within = Math.min(end ?? 0, total ?? Number.MAX_SAFE_INTEGER);
  if (!match || first !== start || last < first || last >= within) {
    const asked = end === null ? "the whole file" : `bytes ${start} to ${end - 1}`;
    throw failure(url, "wrong-range", asked, `Content-Range: ${header ?? "none that is visible"}`, A_FEW);
  }
  const length = numberIn(headers["content-length"]);
  if (length !== null && length !== last + 1 - first) {
    throw wrongLength(url, last + 1 - first, `Content-Length: ${length}`);
  }
  return {start, end: last + 1, total};
}

function checkVersion(
  {url, ...known}: WantedRange,
  total: number | null,
  version: string | null,
  {etag}: ReplyHead["headers"]
): void {
  if (known.total != null && total !== null && total !== known.total) {
    throw failure(url, "changed", `a file of ${known.total} bytes`, `one of ${total} bytes`, 0);
  }
  if (known.version == null || version === known.version) return;
  const found = version ?? etag;
  throw found === undefined
    ? failure(url, "no-version", `version ${known.version}`, "neither ETag nor Last-Modified", A_FEW)
    : failure(url, "changed", `version ${known.version}`, `version ${found}`, 0);
}

function strongETag({etag}: ReplyHead["headers"]): string | undefined {
  return etag?.startsWith("W/") ? undefined : etag;
}

function statusError(wanted: WantedRange, {status, headers}: ReplyHead): RequestError {
  const {url} = wanted;
  const found = `status ${status}`;
  if (status === 416) return beyondTheEnd(wanted, headers);
  if (status === 412) return failure(url, "changed", "the version that was read before", found, 0);
  if (status === 404 || status === 410) return failure(url, "not-there", "the file", found, 0);
  if (status === 401 || status === 403) return failure(url, "refused", "the file", found, 0);
  if (status !== 408 && status !== 425 && status !== 429 && (status < 500 || LASTING.has(status))) {
    return failure(url, "wrong-status", "status 206 or 200", found, 0);
  }
  const after = headers["retry-after"];
  return new RequestError(
    "busy",
    {
      file: url,
      expected: "the file",
      found: after ? `${found}, Retry-After: ${after}` : found,
      remedy: "Check the connection, or try again later."
    },
    {worthRetries: Number.POSITIVE_INFINITY, retryAfter: retryAfter(headers)}
  );
}

/** What status 416 means: that the file is shorter than it was, or empty; or nothing, where the bytes must be there. */
function beyondTheEnd({url, start, total}: WantedRange, headers: ReplyHead["headers"]): RequestError {
  const actual = numberIn(/^bytes \*\/(\d+)$/.exec(headers["content-range"] ?? "")?.[1]);
  if (actual !== null && total != null && actual !== total) {
    return failure(url, "changed", `a file of ${total} bytes`, `one of ${actual} bytes`, 0);
  }
  return actual !== null && actual <= start && total == null
    ? failure(url, "wrong-content", `more than ${start} bytes`, actual === 0 ? "an empty file" : `${actual} bytes`, 0)
    : failure(url, "wrong-range", `bytes from ${start} on`, "status 416, as if there were none", A_FEW);
}

function numberIn(text: string | undefined): number | null {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : null;
}

const REMEDIES: Partial<Record<RequestErrorTag, string>> = {
  "not-there": "Check the address, or take another source.",
  refused: "Check the address; if it was signed for a limited time, ask for a new one. It may also need a login.",
  changed: "The file at this address has been replaced: read it from its beginning, and discard what was read before.",
  "ignores-ranges": "It may be a page in place of the file: check the address. If not, download the whole file.",
  "no-version": "Parts of several versions could not be told apart: download the whole file."
};

function failure(
  url: string,
  tag: RequestErrorTag,
  expected: string,
  found: string,
  worthRetries: number
): RequestError {
  const remedy =
    REMEDIES[tag] ?? "Something between here and the server may alter its replies: try another network or source.";
  return new RequestError(tag, {file: url, expected, found, remedy}, {worthRetries});
}
