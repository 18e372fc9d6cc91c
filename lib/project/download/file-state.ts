/** What stands at a path. */
export interface FileState {
  /** `damaged` when size, first bytes or digest are not those of the file that was fetched, as `found` says. */
  state: "missing" | "whole" | "damaged";
  /** In bytes; null when it is missing. */
  size: number | null;
  /** In hexadecimal digits; null when it was never taken. */
  sha256: string | null;
  /** The address that it came from; null for a file that someone else put there. */
  url: string | null;
  /** What is wrong, as a phrase. */
  found?: string;
}

/**
 * Compares a file with what was written down beside it when it was fetched: size and first bytes always, which takes no time;
 * with `digest`, all of it.
 *
 * @param known what a source says of it, for files that were not fetched by this library
 */
export async function fileState(
  path: string,
  {digest = false, ...known}: {digest?: boolean; size?: number; sha256?: string; signal?: AbortSignal} = {}
): Promise<FileState> {
  throw new Error(`${path}: not written yet ${digest} ${Object.keys(known)}`);
}
