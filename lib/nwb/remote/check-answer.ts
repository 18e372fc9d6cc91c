import {checkRangeReply, RequestError, unreachable, type WantedRange, wrongLength} from "../../http/index.js";
import type {RangeAnswer} from "./range-transport.js";

/** What tells one state of a file from another: its version (strong ETag or, without one, its date), and its size. */
export interface FileState {
  version: string;
  size: number;
}

/** The first bytes of what was asked for, perhaps all; `fault` says why not all. */
export interface PartOfFile {
  bytes: Uint8Array;
  state: FileState;
  fault?: string;
}

/**
 * Takes bytes only from a 206 that says that they are those asked for, of the file as it was when it was opened.
 * @param wanted with the file's state, unless it is being opened
 * @throws {RequestError}
 */
export function checkAnswer(answer: RangeAnswer, wanted: WantedRange & {end: number}): PartOfFile {
  const {status, body, fault} = answer;
  const {url} = wanted;
  if (status === 0) throw unreachable(url, fault ?? "none");
  const {start, end, total: size, version} = checkRangeReply(wanted, answer);
  if (size === null || version === null) throw stateless(url, size === null, wanted.version != null);
  const length = end! - start; // of a part
  if (body.length > length) throw wrongLength(url, length, "more");
  const complete = body.length === Math.min(wanted.end, size) - start;
  return {
    bytes: body,
    state: {version, size},
    fault: complete ? undefined : (fault ?? `only ${body.length} bytes`)
  };
}

/** A server that has said it before may say it again. */
function stateless(file: string, lacksSize: boolean, saidBefore: boolean): RequestError {
  const expected = lacksSize ? "the file's length in Content-Range" : "a strong ETag or Last-Modified that is visible";
  const remedy = "Download the file, then open it by its path.";
  return new RequestError(
    "no-version",
    {file, expected, found: "none", remedy},
    {worthRetries: saidBefore ? Number.POSITIVE_INFINITY : 0}
  );
}
