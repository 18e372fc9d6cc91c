import {RequestError} from "./request-error.js";

/**
 * The error of a connection that was not made, or broke.
 * @param found what is known of the reason, as a phrase
 * @param options `worthRetries`: by default it may be made whenever it is tried again
 */
export function unreachable(
  url: string,
  found: string,
  {worthRetries = Number.POSITIVE_INFINITY, cause}: {worthRetries?: number; cause?: unknown} = {}
): RequestError {
  const remedy = "Check the address and the connection, and try again.";
  return new RequestError("unreachable", {file: url, expected: "an answer", found, remedy}, {worthRetries, cause});
}
