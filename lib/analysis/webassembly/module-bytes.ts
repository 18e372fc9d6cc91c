/**
 * WebAssembly modules that are put together here, byte by byte (WebAssembly core specification 2.0, chapter 5): for inner
 * loops that are short, and that JavaScript has no instructions for.
 */

/** A function, which returns nothing. */
export interface FunctionParts {
  /** How many parameters it has, all of them whole numbers of 32 bits. */
  parameters: number;
  /** The variables besides, after the parameters: how many of each kind. */
  locals: readonly (readonly [count: number, kind: number])[];
  body: readonly number[];
}

/** A module of some functions and the memory they share, which it exports by their names and as `memory`. */
export interface ModuleParts {
  functions: Readonly<Record<string, FunctionParts>>;
  /** The size of the memory, in pages of 64 KiB. */
  pages: number;
}

/** Kinds of values. */
export const kind = {i32: 0x7f, f64: 0x7c, v128: 0x7b};

/** @returns the binary format of the module */
export function moduleBytes({functions, pages}: ModuleParts): Uint8Array<ArrayBuffer> {
  const parts = Object.values(functions);
  const types = parts.map(({parameters}) => [0x60, parameters, ...new Array<number>(parameters).fill(kind.i32), 0]);
  const names = Object.keys(functions).map((text, index) => [...name(text), 0, index]);
  const codes = parts.map(({locals, body}) => {
    const code = [locals.length, ...locals.flatMap(([count, type]) => [...unsigned(count), type]), ...body, 0x0b];
    return [...unsigned(code.length), ...code];
  });
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [parts.length, ...types.flat()]),
    ...section(3, [parts.length, ...parts.keys()]),
    ...section(5, [1, 0, ...unsigned(pages)]),
    ...section(7, [1 + parts.length, ...name("memory"), 2, 0, ...names.flat()]),
    ...section(10, [parts.length, ...codes.flat()])
  ]);
}

/** An instruction on several numbers at once. */
export const simd = (instruction: number) => [0xfd, ...unsigned(instruction)];
/** The value of a variable. */
export const get = (place: number) => [0x20, place];
export const set = (place: number) => [0x21, place];
export const constant = (value: number) => [0x41, ...signed(value)];
/** Adds a constant to a variable. */
export const plus = (place: number, value: number) => [...get(place), ...constant(value), 0x6a, ...set(place)];
/** Does the body, and again for as long as the condition holds after it. */
export const loop = (body: readonly number[], condition: readonly number[]) => [
  ...[0x03, 0x40],
  ...body,
  ...condition,
  ...[0x0d, 0, 0x0b]
];
/** Does the body for as long as the condition holds before it. */
export const whileTrue = (condition: readonly number[], body: readonly number[]) => [
  ...[0x03, 0x40],
  ...condition,
  ...[0x04, 0x40],
  ...body,
  ...[0x0c, 1, 0x0b, 0x0b]
];
/** Whether one variable is less than another, both whole numbers without sign. */
export const isBelow = (place: number, limit: number) => [...get(place), ...get(limit), 0x49];

const section = (id: number, content: number[]) => [id, ...unsigned(content.length), ...content];
const name = (text: string) => [text.length, ...new TextEncoder().encode(text)];

/** LEB128. */
export function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

function signed(value: number): number[] {
  return value >= -64 && value < 64 ? [value & 127] : [(value & 127) | 128, ...signed(value >> 7)];
}
