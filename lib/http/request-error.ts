import {type ErrorDetails, TaggedError} from "../tagged-error.js";

/**
 * What can be wrong with a request for a file:
 * - `unreachable`: no connection, or one that broke
 * - `stalled`: no byte came for too long
 * - `busy`: the server asks to come back later (408, 425, 429, 5xx)
 * - `refused`: the server does not give the file to us (401, 403)
 * - `not-there`: the server has no such file (404, 410)
 * - `wrong-status`: any other status that is not success
 * - `redirects`: the address leads round in a circle, or to another protocol
 * - `ignores-ranges`: a part was asked for, and the whole came
 * - `wrong-range`: another part came than was asked for
 * - `wrong-length`: more or fewer bytes came than was said
 * - `wrong-content`: the bytes are not those of such a file
 * - `no-version`: the server does not say which version of the file it sends
 * - `changed`: the file has changed on the server since its first part was read
 */
export type RequestErrorTag =
  | "unreachable"
  | "stalled"
  | "busy"
  | "refused"
  | "not-there"
  | "wrong-status"
  | "redirects"
  | "ignores-ranges"
  | "wrong-range"
  | "wrong-length"
  | "wrong-content"
  | "no-version"
  | "changed";

/** A request that did not bring what was asked for. */
export class RequestError extends TaggedError<RequestErrorTag> {
  /** How often it is worth asking again at most: 0 where the answer will stay the same. */
  readonly worthRetries: number;
  /** How long the server asks to wait, in ms. */
  readonly retryAfter?: number;

  constructor(
    tag: RequestErrorTag,
    details: ErrorDetails,
    {worthRetries = 0, retryAfter, cause}: {worthRetries?: number; retryAfter?: number; cause?: unknown} = {}
  ) {
    super(tag, details, {cause});
    this.worthRetries = worthRetries;
    this.retryAfter = retryAfter;
  }
}
