import type {ReplyHead} from "./reply-head.js";

/**
 * What a reply's Retry-After asks for, in ms: it gives seconds, or a date, which the server's own date is taken from, as our clock may
 * be wrong. Undefined where there is none that can be read.
 */
export function retryAfter({"retry-after": header, date = ""}: ReplyHead["headers"]): number | undefined {
  if (!header) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const [until, now] = [Date.parse(header), Date.parse(date)];
  return Number.isNaN(until) ? undefined : Math.max(0, until - (Number.isNaN(now) ? Date.now() : now));
}
