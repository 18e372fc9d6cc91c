import {createHash} from "node:crypto";
import {createReadStream} from "node:fs";
import {pipeline} from "node:stream/promises";

/**
 * The SHA-256 of a file's bytes, in hexadecimal digits.
 * @throws the reason of `signal`, when it is aborted; what the file system says of a file that cannot be read
 */
export async function sha256Of(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(path, {highWaterMark: 1 << 20}), hash, {signal});
  } catch (error) {
    signal?.throwIfAborted(); // the stream says it in words of its own
    throw error;
  }
  return hash.digest("hex");
}
