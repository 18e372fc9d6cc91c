import type {ReplyHead} from "./reply-head.js";
import {RequestError} from "./request-error.js";

const MOST_REDIRECTS = 10;

/**
 * The address that a reply leads on to; null where it is no redirect.
 * @param url the address that was asked first
 * @param asked the address that gave the reply
 * @param before how many redirects led there
 * @throws {RequestError} `redirects`
 */
export function redirectTarget(
  url: string,
  asked: string | URL,
  {status, headers: {location}}: ReplyHead,
  before: number
): URL | null {
  if (status < 300 || status > 399 || location === undefined) return null;
  if (before >= MOST_REDIRECTS) throw redirectError(url, `more than ${MOST_REDIRECTS} redirects`);
  const target = URL.canParse(location, asked) ? new URL(location, asked) : null;
  if (target && /^https?:$/.test(target.protocol)) return target;
  throw redirectError(url, `a redirect to ${JSON.stringify(location)}`);
}

function redirectError(file: string, found: string): RequestError {
  const expected = "an address that leads to a file";
  return new RequestError("redirects", {file, expected, found, remedy: "Check the address, or take another source."});
}
