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
