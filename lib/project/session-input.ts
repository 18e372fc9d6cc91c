import {addressOf, type NwbSource} from "../nwb/index.js";
import {NodeRemoteNwb} from "../nwb/remote/node/index.js";
import {fileDigest} from "./file-digest.js";
import type {FileLocation} from "./sources/project-source.js";

/** An NWB file that a session is read from. */
export interface SessionInput {
  source: NwbSource;
  /**
   * What tells the file's content: its SHA-256. Of a file behind an address this is what its source publishes; where that
   * is nothing, its ETag and size stand for it, once it has been opened.
   */
  digest(): Promise<string>;
}

/** Where parts of files behind addresses are kept, so that every loader of a session need not fetch them again. */
const CACHE = ".cache/remote";

/** The file at a location. */
export function sessionInput(location: FileLocation): SessionInput {
  if (location.kind === "path") {
    const {path} = location;
    return {source: path, digest: () => fileDigest(path)};
  }
  const remote = new NodeRemoteNwb(location.url, {cache: CACHE, size: location.size});
  const digest = async () => location.sha256 ?? `${remote.state?.version} ${remote.state?.size}`;
  return {source: remote, digest};
}

/** The location that a path or an http(s) address means. */
export function fileLocation(pathOrAddress: string, published?: {size?: number; sha256?: string}): FileLocation {
  const url = addressOf(pathOrAddress);
  return url === null
    ? {kind: "path", path: pathOrAddress, sha256: published?.sha256}
    : {kind: "url", url, ...published};
}
