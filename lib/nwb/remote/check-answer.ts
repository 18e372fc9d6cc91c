import {FETCH_AGAIN, type NwbErrorTag} from "../nwb-error.js";
import type {RangeAnswer, RangeRequest} from "./range-transport.js";
import {retryAfter} from "./retry-delay.js";

/** What tells one state of a file from another: its strong or weak ETag (or, without one, its date), and its size. */
export interface FileState {
  validator: string;
  size: number;
}

/** What is wrong, for an error. */
export interface Complaint {
  tag: NwbErrorTag;
  expected: string;
  found: string;
  remedy: string;
}

/** What an answer means. */
export type Verdict =
  /** The first bytes of what was asked for, perhaps all; `fault` says why not all. */
  | {kind: "bytes"; bytes: Uint8Array; state: FileState; fault?: string}
  | {kind: "redirect"; location: string}
  /** The address may be one that has expired. */
  | {kind: "refused"; complaint: Complaint}
  /** Worth another try, after so many milliseconds if the server said so. */
  | {kind: "again"; complaint: Complaint; after?: number}
  | {kind: "error"; complaint: Complaint};

const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);
const TRY_LATER = "Check the connection, or try again later.";

/**
 * Judges an answer by RFC 9110: bytes are taken only from a 206 that says that they are those asked for, of the file as
 * it was when it was opened.
 * @param opened the file's state when it was opened, or null while it is being opened
 */
export function checkAnswer(answer: RangeAnswer, {start, end}: RangeRequest, opened: FileState | null): Verdict {
  const {status, headers, fault} = answer;
  if (status === 0) return {kind: "again", complaint: unreachable(fault ?? "none")};
  if (status === 206) return checkPartial(answer, start, end, opened);
  if (status === 200) return changedSince(opened, validatorOf(headers)) ?? withoutRanges(headers);
  if (status >= 300 && status < 400 && headers.location) return {kind: "redirect", location: headers.location};
  if (status === 401 || status === 403) {
    const remedy = "Check the address; if it was signed for a limited time, ask for a new one.";
    return {
      kind: "refused",
      complaint: {tag: "forbidden", expected: "leave to read", found: `status ${status}`, remedy}
    };
  }
  if (status === 404 || status === 410) {
    const remedy = "Check the address.";
    return {kind: "refused", complaint: {tag: "not-found", expected: "a file", found: `status ${status}`, remedy}};
  }
  if (status === 412 && opened) return changed(opened, "another");
  if (status === 416) return beyondTheEnd(headers, start, opened);
  if (PASSING.has(status)) {
    return {
      kind: "again",
      complaint: unreachable(`status ${status}`),
      after: retryAfter(headers["retry-after"], headers.date)
    };
  }
  return {kind: "error", complaint: unreachable(`status ${status}`)};
}

function checkPartial(
  {headers, body, fault}: RangeAnswer,
  start: number,
  end: number,
  opened: FileState | null
): Verdict {
  const validator = validatorOf(headers);
  const otherFile = changedSince(opened, validator);
  if (otherFile) return otherFile;
  const encoding = headers["content-encoding"] ?? "identity";
  if (encoding !== "identity") return badAnswer("bytes as they are", `bytes encoded as ${encoding}`);
  const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(headers["content-range"] ?? "");
  const asked = `Content-Range: bytes ${start}-${end - 1}/size`;
  if (!range) return badAnswer(asked, headers["content-range"] ?? "none that is visible");
  const [first, last, size] = range.slice(1).map(Number);
  if (opened && size !== opened.size) return changed(opened, `${size} bytes`);
  if (first !== start || last < first || last >= Math.min(end, size) || !Number.isSafeInteger(size)) {
    return badAnswer(asked, range[0]);
  }
  if (!validator && opened) return badAnswer(`the file's ${opened.validator}`, "neither ETag nor Last-Modified");
  if (!validator) {
    const remedy = "Download the file, then open it by its path.";
    const [expected, found] = ["an ETag or Last-Modified that is visible", "neither"];
    return {kind: "error", complaint: {tag: "no-ranges", expected, found, remedy}};
  }
  const length = last - first + 1;
  if (body.length > length) return badAnswer(`${length} bytes, as the answer says`, "more");
  const complete = body.length === Math.min(end, size) - start;
  return {
    kind: "bytes",
    bytes: body,
    state: {validator, size},
    fault: complete ? undefined : (fault ?? `only ${body.length} bytes`)
  };
}

function validatorOf(headers: RangeAnswer["headers"]): string | undefined {
  return headers.etag ?? headers["last-modified"];
}

function changedSince(opened: FileState | null, validator: string | undefined): Verdict | null {
  return opened && validator && validator !== opened.validator ? changed(opened, validator) : null;
}

function changed(opened: FileState, found: string): Verdict {
  const expected = `the file that was opened (${opened.validator}, ${opened.size} bytes)`;
  const remedy = "The file at this address has been replaced: open it again, and discard what was read before.";
  return {kind: "error", complaint: {tag: "changed", expected, found, remedy}};
}

function withoutRanges(headers: RangeAnswer["headers"]): Verdict {
  const complaint: Complaint = {
    tag: "no-ranges",
    expected: "part of the file (status 206)",
    found: `a whole answer (status 200, ${headers["content-type"] ?? "of no stated type"})`,
    remedy:
      "This server does not give parts of a file, or gave a page instead: check the address, or download the file."
  };
  return {kind: "error", complaint};
}

function beyondTheEnd(headers: RangeAnswer["headers"], start: number, opened: FileState | null): Verdict {
  const size = /^bytes \*\/(\d+)$/.exec(headers["content-range"] ?? "")?.[1];
  if (!opened && size === "0") {
    const [expected, found] = ["an HDF5 file", "an empty file"];
    return {kind: "error", complaint: {tag: "not-hdf5", expected, found, remedy: FETCH_AGAIN}};
  }
  if (opened && size !== undefined && Number(size) !== opened.size) return changed(opened, `${size} bytes`);
  return badAnswer(`bytes from ${start} on`, "status 416");
}

function badAnswer(expected: string, found: string): Verdict {
  const remedy = "Something between here and the server alters its answers: try another network, or download the file.";
  return {kind: "again", complaint: {tag: "bad-answer", expected, found, remedy}};
}

function unreachable(found: string): Complaint {
  return {tag: "unreachable", expected: "an answer", found, remedy: TRY_LATER};
}
