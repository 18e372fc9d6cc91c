// How long an HDF5 file says that it is.
import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {hdf5Length} from "../../../lib/project/download/hdf5-length.js";
import {goldenSessions} from "../../parity/golden.js";
import {hdf5Like} from "../servers/hdf5-like.js";

const SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];

/** The first bytes of a file that ends at 1000, by the format's specification. */
function superblock(version: number, width = 8): Uint8Array {
  const bytes = new Uint8Array(52);
  bytes.set([...SIGNATURE, version]);
  bytes[version < 2 ? 13 : 9] = width;
  const end = [40, 44, 28, 28][version];
  new DataView(bytes.buffer).setBigUint64(end, 1000n, true);
  return bytes;
}

describe("the length in an HDF5 file's superblock", () => {
  test("is that of a session's file", () => {
    const bytes = readFileSync(goldenSessions[0].nwb);
    expect(hdf5Length(bytes.subarray(0, 52))).toBe(bytes.length);
  });

  test.each([0, 1, 2, 3])("is found in version %i of the format", (version) => {
    expect(hdf5Length(superblock(version))).toBe(1000);
  });

  test("is not made up where it is not said", () => {
    expect(hdf5Length(superblock(0).subarray(0, 40))).toBeNull();
    expect(hdf5Length(superblock(0, 4))).toBeNull();
    expect(hdf5Length(hdf5Like(100))).toBeNull();
    expect(hdf5Length(Buffer.from("x".repeat(60)))).toBeNull();
  });
});
