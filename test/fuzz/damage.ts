import {RandomStream} from "../../lib/sample/random-stream.js";
import type {Region} from "./region.js";

/** What happens to a file: bytes are overwritten from a place on, or it ends early. */
export type Damage =
  | {kind: "bit"; at: number; bit: number}
  | {kind: "byte"; at: number; value: number}
  /** A 64-bit value, in hexadecimal digits. */
  | {kind: "u64"; at: number; value: string}
  | {kind: "zeros"; at: number; length: number}
  | {kind: "cut"; at: number};

/** 64-bit values that sizes and addresses go wrong with. */
const VALUES = [0n, 1n, 8n, 177n, 2n ** 31n, 2n ** 32n, 2n ** 53n, 2n ** 63n, 2n ** 64n - 1n];

/**
 * The damage of a number, the same for each seed: two thirds of it where the file's structure is, which is only a small part of
 * most files.
 */
export function drawDamage(seed: number, number: number, file: Uint8Array, regions: readonly Region[]): Damage {
  const random = new RandomStream(seed, `damage ${number}`);
  const structure = regions.filter(({isPlain}) => !isPlain);
  const {start, end} = random.chance(2 / 3)
    ? structure[random.integer(structure.length)]
    : {start: 0, end: file.length};
  const at = start + random.integer(end - start);
  const kind = random.uniform();
  if (kind < 0.35) return {kind: "bit", at, bit: random.integer(8)};
  if (kind < 0.6) return {kind: "byte", at, value: random.integer(256)};
  if (kind < 0.8) {
    const here = Math.min(at - (at % 8), file.length - 8);
    return {kind: "u64", at: here, value: drawValue(random, file).toString(16)};
  }
  if (kind < 0.95) return {kind: "zeros", at, length: 1 + random.integer(random.chance(0.5) ? 64 : 4096)};
  return {kind: "cut", at: random.integer(file.length)};
}

/** One of the values above, a small one, or one that stands elsewhere in the file. */
function drawValue(random: RandomStream, file: Uint8Array): bigint {
  const choice = random.uniform();
  if (choice < 0.5) return VALUES[random.integer(VALUES.length)];
  if (choice < 0.75) return BigInt(random.integer(file.length));
  const at = 8 * random.integer(Math.floor(file.length / 8));
  return new DataView(file.buffer, file.byteOffset).getBigUint64(at, true);
}

/** The damaged copy of a file. */
export function damaged(file: Uint8Array, damage: Damage): Uint8Array {
  if (damage.kind === "cut") return file.slice(0, damage.at);
  const copy = file.slice();
  if (damage.kind === "bit") copy[damage.at] ^= 1 << damage.bit;
  else if (damage.kind === "byte") copy[damage.at] = damage.value;
  else if (damage.kind === "zeros") copy.fill(0, damage.at, damage.at + damage.length);
  else new DataView(copy.buffer).setBigUint64(damage.at, BigInt(`0x${damage.value}`), true);
  return copy;
}
