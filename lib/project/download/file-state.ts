import {open, stat} from "node:fs/promises";
import {sha256Of} from "../sha256-of.js";
import {readDamage} from "./damage-mark.js";
import {readRecord} from "./file-record.js";
import {FIRST_BYTES, wrongFirstBytes} from "./first-bytes.js";

/** What stands at a path. */
export interface FileState {
  /** `damaged` when size, first bytes or digest are not those of the file that was fetched, as `found` says. */
  state: "missing" | "whole" | "damaged";
  /** In bytes; null when it is missing. */
  size: number | null;
  /** In hexadecimal digits; null where nobody has taken it. With `digest`, of the bytes that are there. */
  sha256: string | null;
  /** The address that it came from; null for a file that someone else put there. */
  url: string | null;
  /** What should be there, and what is, as phrases; of a damaged file. */
  expected?: string;
  found?: string;
}

/** What a file is compared with, besides what was written down when it was fetched. */
export interface FileCheck {
  /** Whether all of its bytes are read and their SHA-256 compared. */
  digest?: boolean;
  /** What a source says of it: its length in bytes. */
  size?: number;
  /** What a source says of it, in hexadecimal digits. */
  sha256?: string;
  signal?: AbortSignal;
}

/**
 * Compares a file with what was written down beside it when it was fetched: size and first bytes (an HDF5 file says there how long it is) always, which takes no time, and whether
 * someone who read it has found it damaged; with `digest`, all of it. A file that someone else put there is compared with what `check` says of it.
 */
export async function fileState(path: string, check: FileCheck = {}): Promise<FileState> {
  const stats = await stat(path).catch(() => null);
  if (!stats) return {state: "missing", size: null, sha256: null, url: null};
  const record = await readRecord(path);
  const {size} = stats;
  const url = record?.url ?? null;
  const state = (sha256: string | null, expected?: string, found?: string): FileState =>
    expected === undefined
      ? {state: "whole", size, sha256, url}
      : {state: "damaged", size, sha256, url, expected, found};

  const known = record?.sha256 ?? null;
  if (!stats.isFile()) return state(known, "a file", "something else");
  const expectedSize = record?.size ?? check.size;
  if (expectedSize !== undefined && size !== expectedSize) {
    return state(known, `${expectedSize} bytes`, `${size} bytes`);
  }
  const wrong = wrongFirstBytes(path, await readFirstBytes(path), size);
  if (wrong) return state(known, wrong.expected, wrong.found);
  if (!check.digest) {
    const damage = await readDamage(path, stats);
    return state(known, damage?.expected, damage?.found);
  }
  const sha256 = await sha256Of(path, check.signal);
  const expected = record?.sha256 ?? check.sha256;
  return expected && sha256 !== expected ? state(sha256, `SHA-256 ${expected}`, sha256) : state(sha256);
}

async function readFirstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const bytes = new Uint8Array(FIRST_BYTES);
    const {bytesRead} = await file.read(bytes, 0, FIRST_BYTES, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
