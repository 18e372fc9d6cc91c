// The inner loops of a matrix product, for processors' instructions on two or four numbers at once. JavaScript has no such
// instructions, WebAssembly has: twice as fast in double precision, four times in single.
import {constant, get, isBelow, kind, loop, moduleBytes, plus, set, unsigned} from "../webassembly/module-bytes.js";
import {moduleExports} from "../webassembly/module-exports.js";

/** In bytes, between rows: not a power of two, which would crowd the processor's cache. */
const STRIDE = 4160;
/** Bytes of a row that are used at most. */
const ROW = 4096;

/** The most rows of the left factor, rows of the right factor, and terms of a sum that are multiplied in one call. */
export const kernelRows = 64;
export const kernelColumns = 128;
export const kernelDepth = {double: ROW / 8, single: ROW / 4};

/** Where the left factor, the right factor and the result begin (bytes). */
const LEFT = 0;
const RIGHT = kernelRows * STRIDE;
const RESULT = RIGHT + kernelColumns * STRIDE;
const PAGES = Math.ceil((RESULT + kernelRows * kernelColumns * 8) / 65536);

/** The products of rows in WebAssembly's memory. */
export interface SimdKernel {
  /** Puts terms `from` to `to` of a row into the memory. */
  setLeft(row: number, values: Float64Array | Float32Array, from: number, to: number): void;
  setRight(row: number, values: Float64Array | Float32Array, from: number, to: number): void;
  /** Multiplies so many rows by so many; each result stands at row · {@link kernelColumns} + column. */
  multiply(rows: number, columns: number, depth: number): Float64Array | Float32Array;
}

type Multiply = (rows: number, columns: number, bytes: number) => void;

const kernels: {double?: SimdKernel | null; single?: SimdKernel | null} = {};

/** The kernel of a precision, made when it is first used; null where WebAssembly knows no such instructions. */
export function simdKernel(precision: "double" | "single"): SimdKernel | null {
  kernels[precision] ??= makeKernel(precision);
  return kernels[precision];
}

function makeKernel(precision: "double" | "single"): SimdKernel | null {
  const exported = moduleExports<{run: Multiply}>(productBytes(precision));
  if (!exported) return null;
  const {buffer, run: multiply} = exported;
  const Numbers = precision === "double" ? Float64Array : Float32Array;
  const [left, right, result] = [LEFT, RIGHT, RESULT].map((start) => new Numbers(buffer, start));
  const stride = STRIDE / Numbers.BYTES_PER_ELEMENT;
  const put = (
    memory: Float64Array | Float32Array,
    row: number,
    values: Float64Array | Float32Array,
    from: number,
    to: number
  ) => {
    memory.set(values.subarray(from, to), row * stride);
    // What is left of a step of the loop is filled with zeros.
    memory.fill(
      0,
      row * stride + to - from,
      row * stride + roundedUp((to - from) * Numbers.BYTES_PER_ELEMENT, 32) / Numbers.BYTES_PER_ELEMENT
    );
  };
  return {
    setLeft: (row, values, from, to) => put(left, row, values, from, to),
    setRight: (row, values, from, to) => put(right, row, values, from, to),
    multiply(rows, columns, depth) {
      multiply(roundedUp(rows, 2), roundedUp(columns, 4), roundedUp(depth * Numbers.BYTES_PER_ELEMENT, 32));
      return result;
    }
  };
}

const roundedUp = (value: number, step: number) => Math.ceil(value / step) * step;

/** Places of parameters and locals. */
const local = {rows: 0, columns: 1, bytes: 2, left: 3, right: 4, end: 5, column: 6, row: 7, target: 8, a: 9, b: 10};
const SUMS = 11;
const [X0, X1, Y] = [SUMS + 8, SUMS + 9, SUMS + 10];

const load = (place: number, offset: number) => [...get(place), 0xfd, 0x00, 4, ...unsigned(offset)];

function productBytes(precision: "double" | "single"): Uint8Array<ArrayBuffer> {
  const isDouble = precision === "double";
  const size = isDouble ? 8 : 4;
  const [add, multiply] = isDouble
    ? [
        [0xfd, 0xf0, 0x01],
        [0xfd, 0xf2, 0x01]
      ]
    : [
        [0xfd, 0xe4, 0x01],
        [0xfd, 0xe6, 0x01]
      ];
  const lane = (place: number, number: number) => [...get(place), 0xfd, isDouble ? 0x21 : 0x1f, number];
  const addOne = isDouble ? 0xa0 : 0x92;
  const store = (offset: number) => [isDouble ? 0x39 : 0x38, isDouble ? 3 : 2, ...unsigned(offset)];
  const total = (place: number) =>
    isDouble
      ? [...lane(place, 0), ...lane(place, 1), addOne]
      : [...lane(place, 0), ...lane(place, 1), addOne, ...lane(place, 2), ...lane(place, 3), addOne, addOne];
  const addProduct = (sum: number, x: number) => [...get(sum), ...get(x), ...get(Y), ...multiply, ...add, ...set(sum)];
  const zero = [0xfd, 0x0c, ...new Array<number>(16).fill(0)];

  const step = (offset: number) => [
    ...load(local.a, offset),
    ...set(X0),
    ...load(local.a, STRIDE + offset),
    ...set(X1),
    ...[0, 1, 2, 3].flatMap((column) => [
      ...load(local.b, column * STRIDE + offset),
      ...set(Y),
      ...addProduct(SUMS + column, X0),
      ...addProduct(SUMS + 4 + column, X1)
    ])
  ];
  const overTerms = loop(
    [...step(0), ...step(16), ...plus(local.a, 32), ...plus(local.b, 32)],
    isBelow(local.a, local.end)
  );
  const tile = [
    ...[0, 1, 2, 3, 4, 5, 6, 7].flatMap((sum) => [...zero, ...set(SUMS + sum)]),
    ...get(local.left),
    ...set(local.a),
    ...get(local.right),
    ...set(local.b),
    ...[...get(local.left), ...get(local.bytes), 0x6a, ...set(local.end)],
    ...overTerms,
    ...[0, 1, 2, 3, 4, 5, 6, 7].flatMap((sum) => [
      ...get(local.target),
      ...total(SUMS + sum),
      ...store(RESULT + ((sum >> 2) * kernelColumns + (sum % 4)) * size)
    ])
  ];
  // Columns outside, rows inside: four rows of the right factor stay in the nearest cache.
  const overRows = loop(
    [...tile, ...plus(local.left, 2 * STRIDE), ...plus(local.target, 2 * kernelColumns * size), ...plus(local.row, 2)],
    isBelow(local.row, local.rows)
  );
  const body = loop(
    [
      ...[...constant(0), ...set(local.row), ...constant(LEFT), ...set(local.left)],
      ...[...get(local.column), ...constant(size), 0x6c, ...set(local.target)],
      ...overRows,
      ...plus(local.right, 4 * STRIDE),
      ...plus(local.column, 4)
    ],
    isBelow(local.column, local.columns)
  );
  const locals = [
    [8, kind.i32],
    [11, kind.v128]
  ] as const;
  const run = {parameters: 3, locals, body: [...constant(RIGHT), ...set(local.right), ...body]};
  return moduleBytes({functions: {run}, pages: PAGES});
}
