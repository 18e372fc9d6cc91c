const SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];

/** How many of a file's first bytes say how long it is. */
export const SUPERBLOCK_BYTES = 52;

/**
 * How long an HDF5 file is at least, in bytes: its superblock holds the address of its end. HDF5 itself opens no file that is
 * shorter. From the HDF5 File Format Specification 3.0, II.A.
 * @param bytes the first ones
 * @returns null where they do not say it
 */
export function hdf5Length(bytes: Uint8Array): number | null {
  if (bytes.length < SUPERBLOCK_BYTES || SIGNATURE.some((byte, index) => bytes[index] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = bytes[8];
  const isFirst = version === 0 || version === 1;
  if (version > 3 || bytes[isFirst ? 13 : 9] !== 8) return null; // addresses of another width than 8 bytes
  const base = isFirst ? 24 + (version === 1 ? 4 : 0) : 12;
  if (view.getBigUint64(base, true) !== 0n) return null; // what stands before the file's own bytes is someone else's
  const end = view.getBigUint64(base + 16, true);
  return end <= Number.MAX_SAFE_INTEGER ? Number(end) : null;
}
