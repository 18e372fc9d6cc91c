import type {ClosedByteSource} from "./byte-source.js";
import {NwbError} from "./nwb-error.js";

/**
 * What a file can be read from: a path or `file:` URL (Node; read where it lies, never whole), an `http:` or `https:` URL
 * (read by range requests, as far as it is asked for), its bytes as an `ArrayBuffer`, a typed array, or a `File` or `Blob` that the reader chose,
 * or a {@link ClosedByteSource}.
 */
export type NwbSource = string | URL | ArrayBuffer | Uint8Array | Blob | ClosedByteSource;

/** How a source is called in errors. */
export function sourceName(source: NwbSource): string {
  if (typeof source === "string") return source;
  if (source instanceof URL) return source.protocol === "file:" ? decodeURIComponent(source.pathname) : source.href;
  return source instanceof Blob && "name" in source ? String(source.name) : "the given bytes";
}

/**
 * The http(s) address of a source that is one; null for all others.
 * @throws {NwbError} `unsupported-source` for a URL that is neither that nor of a file
 */
export function addressOf(source: NwbSource): string | null {
  if (typeof source === "string") return /^https?:\/\//i.test(source) ? source : null;
  if (!(source instanceof URL) || source.protocol === "file:") return null;
  if (/^https?:$/.test(source.protocol)) return source.href;
  throw new NwbError("unsupported-source", {
    file: source.href,
    expected: "a path, an http:, https: or file: URL, or bytes",
    found: `a ${source.protocol} URL`,
    remedy: "Download the file first, then open it by its path or its bytes."
  });
}
