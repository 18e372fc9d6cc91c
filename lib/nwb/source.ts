/**
 * What a file can be read from: a path or `file:` URL (Node; read where it lies, never whole), or its bytes as an
 * `ArrayBuffer`, a typed array, or a `File` or `Blob` that the reader chose.
 */
export type NwbSource = string | URL | ArrayBuffer | Uint8Array | Blob;

/** How a source is called in errors. */
export function sourceName(source: NwbSource): string {
  if (typeof source === "string") return source;
  if (source instanceof URL) return source.protocol === "file:" ? decodeURIComponent(source.pathname) : source.href;
  return source instanceof Blob && "name" in source ? String(source.name) : "the given bytes";
}
