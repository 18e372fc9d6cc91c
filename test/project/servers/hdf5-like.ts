import {createHash} from "node:crypto";
import {seededRandom} from "../../../lib/analysis/index.js";

/** Bytes by chance that begin as an HDF5 file does, so that a download takes them for one. */
export function hdf5Like(length: number, seed = 1): Buffer {
  const random = seededRandom(seed);
  const bytes = Buffer.alloc(length);
  for (let i = 0; i < length; i++) bytes[i] = random() * 256;
  Buffer.from([0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]).copy(bytes);
  return bytes;
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
