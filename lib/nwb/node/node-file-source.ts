import {closeSync, fstatSync, openSync, readSync} from "node:fs";
import {fileURLToPath} from "node:url";
import type {ByteSource, Extent} from "../byte-source.js";
import {NwbError} from "../nwb-error.js";

/**
 * A file of this machine, read where it lies.
 * @throws {NwbError} `not-found` where there is none, or a directory
 */
export function openNodeFile(path: string | URL, name: string): ByteSource {
  let descriptor: number;
  try {
    descriptor = openSync(path instanceof URL ? fileURLToPath(path) : path, "r");
  } catch (cause) {
    const [expected, remedy] = ["a readable file", "Check the path, and that you may read it."];
    throw new NwbError("not-found", {file: name, expected, found: "none", remedy}, {cause});
  }
  const status = fstatSync(descriptor);
  if (status.isDirectory()) {
    closeSync(descriptor);
    const remedy = "Give the path of an .nwb file in it.";
    throw new NwbError("not-found", {file: name, expected: "a file", found: "a directory", remedy});
  }
  const {size} = status;
  const read = (position: number, length: number) => {
    const bytes = new Uint8Array(Math.max(0, Math.min(length, size - position)));
    let filled = 0;
    for (let got = 1; filled < bytes.length && got > 0; filled += got) {
      got = readSync(descriptor, bytes, filled, bytes.length - filled, position + filled);
    }
    return filled === bytes.length ? bytes : bytes.slice(0, filled);
  };
  let isOpen = true;
  return {
    name,
    size,
    read,
    readAll: (extents: readonly Extent[]) => extents.map(({start, end}) => read(start, end - start)),
    close() {
      if (isOpen) closeSync(descriptor);
      isOpen = false;
    }
  };
}
