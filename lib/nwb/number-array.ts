/** The typed arrays that numbers are read into. 64-bit integers come as `Int32Array`, or `Float64Array` where they need it. */
export type NumberArray =
  | Float64Array
  | Float32Array
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array;

/** 64-bit integers as plain numbers, or null where one is beyond 2^53 and would change its value. */
export function plainIntegers(values: BigInt64Array | BigUint64Array): Int32Array | Float64Array | null {
  const numbers = new Float64Array(values.length);
  let small = true;
  for (let i = 0; i < values.length; ++i) {
    const number = Number(values[i]);
    if (!Number.isSafeInteger(number)) return null;
    if (number !== (number | 0)) small = false;
    numbers[i] = number;
  }
  return small ? Int32Array.from(numbers) : numbers;
}

/** What numbers are in a file: an HDF5 class (1: floating point; 0, 8: whole), bytes a number, and whether there is a sign. */
export interface NumberType {
  type: number;
  size: number;
  signed: boolean;
  littleEndian: boolean;
}

/** What numbers are in a file, as people say it: `float64`, `big-endian int32`. */
export function numberTypeName({type, size, signed, littleEndian}: NumberType): string {
  const kind = type === 1 ? "float" : signed ? "int" : "uint";
  return `${size > 1 && !littleEndian ? "big-endian " : ""}${kind}${8 * size}`;
}

/** The numbers that bytes are, or what is wrong with them; the bytes may be put in another order. */
export function typedNumbers(
  numberType: NumberType,
  bytes: Uint8Array
): NumberArray | {expected: string; found: string} {
  const {type, size, littleEndian} = numberType;
  if (littleEndian || size === 1) return littleEndianNumbers(numberType, bytes);
  for (let start = 0; start < bytes.length; start += size) bytes.subarray(start, start + size).reverse();
  const numbers = littleEndianNumbers(numberType, bytes);
  // Only one bit says how the bytes lie. Read the wrong way, floating-point numbers are of sizes that nothing has.
  if (type !== 1 || "expected" in numbers || numbers.every(isOfThisWorld)) return numbers;
  const found = `numbers such as ${numbers.find((value) => !isOfThisWorld(value))}`;
  return {expected: "big-endian numbers of a size that is measured", found};
}

const isOfThisWorld = (value: number) =>
  value === 0 || !Number.isFinite(value) || (Math.abs(value) > 1e-30 && Math.abs(value) < 1e30);

function littleEndianNumbers(
  {type, size, signed}: NumberType,
  bytes: Uint8Array
): NumberArray | {expected: string; found: string} {
  const isWhole = bytes.length === bytes.buffer.byteLength;
  const {buffer} = (isWhole ? bytes : new Uint8Array(bytes)) as Uint8Array<ArrayBuffer>;
  if (type === 1) {
    if (size === 8) return new Float64Array(buffer);
    if (size === 4) return new Float32Array(buffer);
    return {expected: "floating-point numbers of 4 or 8 bytes", found: `${size} bytes`};
  }
  if (size === 1) return signed ? new Int8Array(buffer) : new Uint8Array(buffer);
  if (size === 2) return signed ? new Int16Array(buffer) : new Uint16Array(buffer);
  if (size === 4) return signed ? new Int32Array(buffer) : new Uint32Array(buffer);
  if (size !== 8) return {expected: "integers of 1, 2, 4 or 8 bytes", found: `${size} bytes`};
  const plain = plainIntegers(signed ? new BigInt64Array(buffer) : new BigUint64Array(buffer));
  return plain ?? {expected: "integers up to 2^53", found: "a larger one"};
}
