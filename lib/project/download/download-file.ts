import type {DownloadedFile, DownloadOptions, RemoteFile} from "./download-options.js";

/**
 * Brings a file to `path`, whole or not at all. A file that is there already and whole stays as it is, and no server is asked.
 *
 * Bytes are fetched by ranges in parallel into a folder of this process beside the path, checked (status, length, first
 * bytes, the server's version of the file, SHA-256), and only then renamed into place. A run that ends early, even by
 * `kill -9`, leaves what it has, and the next one goes on from there. Of several processes that want the same file one fetches it,
 * and the others wait.
 *
 * @throws {ProjectError} when the file cannot be had whole; see the tags there. When `signal` is aborted, its reason.
 */
export async function downloadFile(
  remote: RemoteFile,
  path: string,
  options: DownloadOptions = {}
): Promise<DownloadedFile> {
  throw new Error(`${remote.url} to ${path}: not written yet ${Object.keys(options)}`);
}
