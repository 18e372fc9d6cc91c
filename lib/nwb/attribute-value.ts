import type {Metadata} from "h5wasm";
import {type NumberArray, typedNumbers} from "./number-array.js";

/** The value of an attribute, as far as NWB uses them. */
export type AttributeValue = string | number | boolean | string[] | NumberArray;

/** HDF5's mark of texts of one length that are filled up with spaces. */
const SPACES = 2;

/** Texts as they were before they were filled up to one length. */
export function withoutPadding<T extends string | string[]>({strpad, vlen}: Metadata, value: T): T {
  if (vlen || strpad !== SPACES) return value;
  const strip = (text: string) => text.replace(/ +$/, "");
  return (typeof value === "string" ? strip(value) : value.map(strip)) as T;
}

/**
 * What h5wasm gives of an attribute as NWB's readers expect it; undefined for other kinds of values (references).
 * @returns what is wrong with it, if anything is
 */
export function attributeValue(value: unknown, metadata: Metadata): AttributeValue | undefined | WrongValue {
  if (metadata.type === 8) return Boolean(value);
  if (metadata.type === 3) return withoutPadding(metadata, value as string | string[]);
  if (metadata.type !== 0 && metadata.type !== 1) return undefined;
  if (value === null) return undefined;
  // h5wasm takes all numbers for little-endian, and gives a number alone where there is only one.
  const array = ArrayBuffer.isView(value) ? value : arrayOf(value as number | bigint, metadata);
  const numbers = typedNumbers(metadata, new Uint8Array(array.buffer, array.byteOffset, array.byteLength).slice());
  if ("expected" in numbers) return numbers;
  return ArrayBuffer.isView(value) ? numbers : numbers[0];
}

/** What should have been there, and what was, as phrases. */
export interface WrongValue {
  expected: string;
  found: string;
}

function arrayOf(value: number | bigint, {type, size, signed}: Metadata): ArrayBufferView {
  if (typeof value === "bigint") return signed ? BigInt64Array.of(value) : BigUint64Array.of(value);
  if (type === 1) return size === 8 ? Float64Array.of(value) : Float32Array.of(value);
  if (size === 4) return signed ? Int32Array.of(value) : Uint32Array.of(value);
  if (size === 2) return signed ? Int16Array.of(value) : Uint16Array.of(value);
  return signed ? Int8Array.of(value) : Uint8Array.of(value);
}
