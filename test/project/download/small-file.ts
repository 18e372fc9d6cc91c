import {readFileSync} from "node:fs";
import {expect} from "vitest";
import {hdf5Like, sha256} from "../servers/hdf5-like.js";
import {remains} from "./served.js";

/** A file of some seven ranges, as a server has it. */
export const SIZE = 100_000;
export const bytes = hdf5Like(SIZE);
export const digest = sha256(bytes);

/** The bytes that came, and nothing else in the folder but what they were compared with. */
export function expectWhole(folder: string, path: string, expected = bytes): void {
  expect(readFileSync(path).equals(expected)).toBe(true);
  expect(remains(folder)).toEqual([]);
}
