import {extname} from "node:path";
import {hdf5Length, SUPERBLOCK_BYTES} from "./hdf5-length.js";

const SIGNATURES: Record<string, {format: string; bytes: number[][]}> = {
  ".nwb": {format: "an HDF5 file", bytes: [[0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]]},
  // The movie templates are NumPy's files, whatever their name says.
  ".h5": {
    format: "a NumPy or HDF5 file",
    bytes: [
      [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59],
      [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]
    ]
  },
  ".tiff": {
    format: "a TIFF file",
    bytes: [
      [0x49, 0x49, 0x2a, 0],
      [0x4d, 0x4d, 0, 0x2a]
    ]
  }
};

/** How many of a file's first bytes say what it is, and of an HDF5 file how long. */
export const FIRST_BYTES = SUPERBLOCK_BYTES;

/**
 * Whether a file of this name and size can begin with these bytes. An error page that came with status 200 cannot be an NWB file,
 * nor a table; an HDF5 file that was cut short still says how long it was.
 * @param bytes the first ones, perhaps not all that matter
 * @param size of the whole file, in bytes, where it is known
 * @returns null, or what was expected and found
 */
export function wrongFirstBytes(
  path: string,
  bytes: Uint8Array,
  size = Number.POSITIVE_INFINITY
): {expected: string; found: string} | null {
  const kind = extname(path).toLowerCase();
  if (kind === ".csv") {
    const page = /^(\ufeff)?\s*[<{]/.test(Buffer.from(bytes).toString("utf8"));
    return page || bytes.length === 0 ? {expected: "a table in CSV", found: described(bytes)} : null;
  }
  const known = SIGNATURES[kind];
  if (!known) return null;
  const fits = known.bytes.some((signature) =>
    signature.every((byte, i) => (i < bytes.length ? bytes[i] === byte : true))
  );
  if (!fits || bytes.length === 0) return {expected: known.format, found: described(bytes)};
  const length = hdf5Length(bytes) ?? 0;
  return size < length ? {expected: `${length} bytes, as its first ones say`, found: `${size}`} : null;
}

function described(bytes: Uint8Array): string {
  if (bytes.length === 0) return "no bytes";
  const first = Buffer.from(bytes.subarray(0, 8));
  const text = first.toString("latin1");
  return /^[\x20-\x7e\s]+$/.test(text)
    ? `text that begins with ${JSON.stringify(text)}`
    : `bytes that begin with ${first.toString("hex")}`;
}
