import {readFile} from "node:fs/promises";
import {basename, dirname, join} from "node:path";

/** What is written down beside a file when it has come: `.<file>.source.json`. */
export interface FileRecord {
  /** Where it came from. */
  url: string;
  /** In bytes. */
  size: number;
  /** In hexadecimal digits. */
  sha256: string;
  /** When, as an ISO date. */
  fetched: string;
}

/** Where the record of a file is. */
export function recordPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.source.json`);
}

/** The record of a file; null where there is none that can be read. */
export async function readRecord(path: string): Promise<FileRecord | null> {
  try {
    const record = JSON.parse(await readFile(recordPath(path), "utf8")) as FileRecord;
    return Number.isSafeInteger(record.size) && /^[0-9a-f]{64}$/.test(record.sha256) ? record : null;
  } catch {
    return null;
  }
}
