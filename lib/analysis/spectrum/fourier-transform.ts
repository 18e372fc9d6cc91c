/** The discrete Fourier transform of real values, from frequency 0 to half the sampling rate. */
export interface RealFourierTransform {
  real: Float64Array;
  imaginary: Float64Array;
}

/**
 * The discrete Fourier transform Σ xₖ e^(−2πi jk/n) for j from 0 to ⌊n/2⌋. Fast where n is a power of two (Cooley and
 * Tukey 1965); of any other length it takes n² steps.
 */
export function realFourierTransform(values: ArrayLike<number>): RealFourierTransform {
  const n = values.length;
  const isPowerOfTwo = n > 0 && (n & (n - 1)) === 0;
  const {real, imaginary} = isPowerOfTwo ? fast(values) : slow(values);
  const count = Math.floor(n / 2) + 1;
  return {real: real.subarray(0, count), imaginary: imaginary.subarray(0, count)};
}

function slow(values: ArrayLike<number>): RealFourierTransform {
  const n = values.length;
  const count = n === 0 ? 0 : Math.floor(n / 2) + 1;
  const real = new Float64Array(count);
  const imaginary = new Float64Array(count);
  const {cos, sin} = circle(n);
  for (let j = 0; j < count; ++j) {
    for (let k = 0, turn = 0; k < n; ++k) {
      real[j] += values[k] * cos[turn];
      imaginary[j] -= values[k] * sin[turn];
      turn = (turn + j) % n;
    }
  }
  return {real, imaginary};
}

function fast(values: ArrayLike<number>): RealFourierTransform {
  const n = values.length;
  const real = Float64Array.from(values);
  const imaginary = new Float64Array(n);
  for (let i = 1, j = 0; i < n; ++i) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) [real[i], real[j]] = [real[j], real[i]];
  }
  const {cos, sin} = circle(n);
  for (let size = 2; size <= n; size *= 2) {
    const [half, turn] = [size / 2, n / size];
    for (let start = 0; start < n; start += size) {
      for (let k = 0; k < half; ++k) {
        const [a, b] = [start + k, start + k + half];
        const [c, s] = [cos[k * turn], -sin[k * turn]];
        const re = real[b] * c - imaginary[b] * s;
        const im = real[b] * s + imaginary[b] * c;
        real[b] = real[a] - re;
        imaginary[b] = imaginary[a] - im;
        real[a] += re;
        imaginary[a] += im;
      }
    }
  }
  return {real, imaginary};
}

let kept = {cos: new Float64Array(0), sin: new Float64Array(0)};

/** Cosines and sines of n equal parts of a turn; those of the last n are kept. */
function circle(n: number): {cos: Float64Array; sin: Float64Array} {
  if (kept.cos.length !== n) {
    const angles = Float64Array.from({length: n}, (_, k) => (2 * Math.PI * k) / n);
    kept = {cos: angles.map(Math.cos), sin: angles.map(Math.sin)};
  }
  return kept;
}
