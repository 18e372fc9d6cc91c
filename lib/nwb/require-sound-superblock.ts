import type {ByteSource} from "./byte-source.js";
import {dataView} from "./data-view.js";
import {FETCH_AGAIN, NwbError} from "./nwb-error.js";

const SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];
/** An address of nothing. */
const UNDEFINED = 2n ** 64n - 1n;

/**
 * Makes sure that a file begins as an HDF5 file does, and that its first block leads to nothing that the HDF5 library would
 * take memory for without a limit: a driver's information, which only files in several pieces have, and whose length is
 * believed whatever it is.
 * @throws {NwbError} `not-hdf5` or `damaged`
 */
export function requireSoundSuperblock(source: ByteSource): void {
  const file = source.name;
  if (source.size === 0) {
    const found = "an empty file";
    throw new NwbError("not-hdf5", {file, expected: "an HDF5 file", found, remedy: FETCH_AGAIN});
  }
  const head = source.read(0, 64);
  if (SIGNATURE.some((byte, i) => head[i] !== byte)) {
    const [expected, found] = ["an HDF5 file", "other bytes at its start"];
    const remedy = "Give an .nwb file; if it should be one, fetch it again.";
    throw new NwbError("not-hdf5", {file, expected, found, remedy});
  }
  const version = head[8];
  // Later versions have a checksum, which the library compares.
  if (version > 1 || head.length < 64) return;
  const driver = dataView(head).getBigUint64(version === 0 ? 48 : 52, true);
  if (driver === UNDEFINED) return;
  const [expected, found] = ["a file in one piece", `an address of a driver's information, ${driver}`];
  throw new NwbError("damaged", {file, path: "/", expected, found, remedy: FETCH_AGAIN});
}
