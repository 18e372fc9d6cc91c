import {extname} from "node:path";

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

/** How many of a file's first bytes say what it is. */
export const FIRST_BYTES = 8;

/**
 * Whether a file of this name can begin with these bytes. An error page that came with status 200 cannot be an NWB file, nor a
 * table.
 * @param bytes the first ones, perhaps not all that matter
 * @returns null, or what was expected and found
 */
export function wrongFirstBytes(path: string, bytes: Uint8Array): {expected: string; found: string} | null {
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
  return fits && bytes.length > 0 ? null : {expected: known.format, found: described(bytes)};
}

function described(bytes: Uint8Array): string {
  if (bytes.length === 0) return "no bytes";
  const text = Buffer.from(bytes.subarray(0, FIRST_BYTES)).toString("latin1");
  return /^[\x20-\x7e\s]+$/.test(text)
    ? `text that begins with ${JSON.stringify(text)}`
    : `bytes that begin with ${Buffer.from(bytes.subarray(0, FIRST_BYTES)).toString("hex")}`;
}
