import {createHash} from "node:crypto";
import {type FileRecord, recordPath} from "./download/index.js";
import {writeWhole} from "./write-whole.js";

/**
 * Writes a text that a source has put together, and beside it what it is, as a download does: so it is found out when it is cut short later.
 * @param url the address that it was made from
 * @throws {ProjectError} `disk-full` or `not-writable`
 */
export async function writeFetchedText({url, text}: {url: string; text: string}, path: string): Promise<void> {
  const bytes = Buffer.from(text);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const record: FileRecord = {url, size: bytes.length, sha256, fetched: new Date().toISOString()};
  await writeWhole(recordPath(path), `${JSON.stringify(record, null, 2)}\n`); // first: there is never a new file with an old record
  await writeWhole(path, text);
}
