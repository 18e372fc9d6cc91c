import {RequestError} from "./request-error.js";

/**
 * The error of a body that is not as long as its head says.
 * @param expected in bytes
 * @param found as a phrase
 */
export function wrongLength(url: string, expected: number, found: string): RequestError {
  return new RequestError(
    "wrong-length",
    {file: url, expected: `${expected} bytes`, found, remedy: "Try again, or take another source."},
    {worthRetries: Number.POSITIVE_INFINITY}
  );
}
