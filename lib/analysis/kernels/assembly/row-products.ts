// The inner loops of a matrix product, for processors' instructions on two or four numbers at once, which JavaScript does
// not have: each result is the scalar product of a row of the left factor and a row of the right one.

/** The most rows of the left factor, and of the right factor, that are multiplied in one call. */
export const MOST_ROWS = 64;
export const MOST_COLUMNS = 128;
/** Bytes of a row that are used at most. */
export const MOST_BYTES = 4096;
/** In bytes, between rows: not a power of two, which would crowd the processor's cache. */
export const STRIDE = 4160;

export const LEFT = memory.data(MOST_ROWS * STRIDE, 16);
export const RIGHT = memory.data(MOST_COLUMNS * STRIDE, 16);
/** Rows of the left factor × `MOST_COLUMNS`. */
export const RESULTS = memory.data(MOST_ROWS * MOST_COLUMNS * 8, 16);

/**
 * Products in double precision.
 * @param rows of the left factor, even
 * @param columns rows of the right factor, a multiple of four
 * @param bytes of a row that are used, a multiple of 16
 */
export function multiplyDouble(rows: i32, columns: i32, bytes: i32): void {
  multiply<f64>(rows, columns, bytes);
}

/** The same in single precision. */
export function multiplySingle(rows: i32, columns: i32, bytes: i32): void {
  multiply<f32>(rows, columns, bytes);
}

/**
 * Two rows by four columns at a time: the eight sums stay in the processor's registers. Columns outside, rows inside: four
 * rows of the right factor stay in its nearest cache.
 */
function multiply<T>(rows: i32, columns: i32, bytes: i32): void {
  const zero = v128.splat<T>(0);
  for (let column = 0; column < columns; column += 4) {
    for (let row = 0; row < rows; row += 2) {
      let sum00 = zero;
      let sum01 = zero;
      let sum02 = zero;
      let sum03 = zero;
      let sum10 = zero;
      let sum11 = zero;
      let sum12 = zero;
      let sum13 = zero;
      let a = LEFT + row * STRIDE;
      let b = RIGHT + column * STRIDE;
      for (const end = a + bytes; a < end; a += 16, b += 16) {
        const x0 = v128.load(a);
        const x1 = v128.load(a, STRIDE);
        const y0 = v128.load(b);
        sum00 = v128.add<T>(sum00, v128.mul<T>(x0, y0));
        sum10 = v128.add<T>(sum10, v128.mul<T>(x1, y0));
        const y1 = v128.load(b, STRIDE);
        sum01 = v128.add<T>(sum01, v128.mul<T>(x0, y1));
        sum11 = v128.add<T>(sum11, v128.mul<T>(x1, y1));
        const y2 = v128.load(b, 2 * STRIDE);
        sum02 = v128.add<T>(sum02, v128.mul<T>(x0, y2));
        sum12 = v128.add<T>(sum12, v128.mul<T>(x1, y2));
        const y3 = v128.load(b, 3 * STRIDE);
        sum03 = v128.add<T>(sum03, v128.mul<T>(x0, y3));
        sum13 = v128.add<T>(sum13, v128.mul<T>(x1, y3));
      }
      storeTotals<T>(row, column, sum00, sum01, sum02, sum03);
      storeTotals<T>(row + 1, column, sum10, sum11, sum12, sum13);
    }
  }
}

function storeTotals<T>(row: i32, column: i32, sum0: v128, sum1: v128, sum2: v128, sum3: v128): void {
  const result = RESULTS + (row * MOST_COLUMNS + column) * sizeof<T>();
  store<T>(result, total<T>(sum0));
  store<T>(result + sizeof<T>(), total<T>(sum1));
  store<T>(result + 2 * sizeof<T>(), total<T>(sum2));
  store<T>(result + 3 * sizeof<T>(), total<T>(sum3));
}

function total<T>(sums: v128): T {
  const first = v128.extract_lane<T>(sums, 0) + v128.extract_lane<T>(sums, 1);
  if (sizeof<T>() === 8) return <T>first;
  return <T>(first + (v128.extract_lane<T>(sums, 2) + v128.extract_lane<T>(sums, 3)));
}
