/** What is known of a file behind an address before it is fetched. */
export interface RemoteFile {
  url: string;
  /** In bytes, where the source says. */
  size?: number;
  /** In hexadecimal digits, where the source publishes one. */
  sha256?: string;
}

/** How far a file has come. */
export interface DownloadProgress {
  path: string;
  url: string;
  /**
   * - `waiting`: another process is fetching the same file
   * - `fetching`: bytes arrive
   * - `retrying`: something failed, as `reason` says, and is tried again after `delay`
   * - `verifying`: all bytes are there, their digest is not yet
   * - `done`: the file is in its place
   */
  state: "waiting" | "fetching" | "retrying" | "verifying" | "done";
  /** Bytes that are on the disk, with those of an earlier run. */
  received: number;
  /** Bytes that an earlier run had left. */
  resumed: number;
  /** In bytes; null while it is not known. */
  size: number | null;
  /** Why it is tried again, as a phrase. */
  reason?: string;
  /** How long it waits before it tries again, in ms. */
  delay?: number;
}

/** How a file is fetched. All are optional; the times are in ms. */
export interface DownloadOptions {
  /** Stops the download; what has arrived stays beside the file's place, and the next run goes on from there. */
  signal?: AbortSignal;
  onProgress?: (progress: DownloadProgress) => void;
  /** Asks no server: a file that is not there, or not whole, is an error. */
  offline?: boolean;
  /** The folder that the file must lie in; a path that leads out of it is refused. */
  directory?: string;
  /** Requests at a time. Default 4. */
  connections?: number;
  /** Bytes of one request. Default 16 MiB. */
  blockSize?: number;
  /** How long no byte may arrive before a request is given up and made again. There is no limit to the whole. Default 30 s. */
  stallLimit?: number;
  /** How often in a row a request may fail without bringing a byte. Default 8. */
  retries?: number;
  /** The first wait before a request is made again; it doubles each time, up to 64 times this. Default 500 ms. */
  retryDelay?: number;
  /** The longest time that a server may ask to wait (Retry-After). Default ten minutes. */
  longestWait?: number;
  /** How often it is written down what has arrived. Default 1 s. */
  journalInterval?: number;
}

/** A file that is in its place, whole. */
export interface DownloadedFile {
  path: string;
  size: number;
  sha256: string;
  /** False where the file was there already. */
  fetched: boolean;
}
