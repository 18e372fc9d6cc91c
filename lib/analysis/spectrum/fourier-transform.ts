/** The discrete Fourier transform of real values, from frequency 0 to half the sampling rate. */
export interface RealFourierTransform {
  real: Float64Array;
  imaginary: Float64Array;
}

/** Shorter transforms are sooner done by the definition. */
const SHORT = 64;

/**
 * The discrete Fourier transform Σ xₖ e^(−2πi jk/n) for j from 0 to ⌊n/2⌋, in n log n steps: for a power of two by halves
 * (Cooley and Tukey 1965), for any other length as a convolution with a chirp (Bluestein 1970).
 */
export function realFourierTransform(values: ArrayLike<number>): RealFourierTransform {
  const n = values.length;
  const count = n === 0 ? 0 : Math.floor(n / 2) + 1;
  if ((n & (n - 1)) !== 0) return n < SHORT ? byDefinition(values, count) : byChirp(values, count);
  const real = Float64Array.from(values);
  const imaginary = new Float64Array(n);
  transform(real, imaginary);
  return {real: real.subarray(0, count), imaginary: imaginary.subarray(0, count)};
}

function byDefinition(values: ArrayLike<number>, count: number): RealFourierTransform {
  const n = values.length;
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

/** jk = (j² + k² − (j − k)²) / 2 makes the sum a convolution, which transforms of a power of two can do. */
function byChirp(values: ArrayLike<number>, count: number): RealFourierTransform {
  const n = values.length;
  const {cos, sin, real: kernelReal, imaginary: kernelImaginary} = chirp(n);
  const size = kernelReal.length;
  const a = new Float64Array(size);
  const b = new Float64Array(size);
  for (let k = 0; k < n; ++k) {
    a[k] = values[k] * cos[k];
    b[k] = -values[k] * sin[k];
  }
  transform(a, b);
  for (let k = 0; k < size; ++k) {
    const re = a[k] * kernelReal[k] - b[k] * kernelImaginary[k];
    b[k] = a[k] * kernelImaginary[k] + b[k] * kernelReal[k];
    a[k] = re;
  }
  // With real and imaginary parts exchanged, the transform is the inverse one, times its size.
  transform(b, a);
  const real = new Float64Array(count);
  const imaginary = new Float64Array(count);
  for (let j = 0; j < count; ++j) {
    real[j] = (a[j] * cos[j] + b[j] * sin[j]) / size;
    imaginary[j] = (b[j] * cos[j] - a[j] * sin[j]) / size;
  }
  return {real, imaginary};
}

/** The transform of complex values, in place; their number is a power of two. */
function transform(real: Float64Array, imaginary: Float64Array): void {
  const n = real.length;
  for (let i = 1, j = 0; i < n; ++i) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i >= j) continue;
    [real[i], real[j]] = [real[j], real[i]];
    [imaginary[i], imaginary[j]] = [imaginary[j], imaginary[i]];
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
}

/** e^(iπ k²/n), and the transform of it in a circle that is long enough. */
interface Chirp {
  cos: Float64Array;
  sin: Float64Array;
  real: Float64Array;
  imaginary: Float64Array;
}

let keptChirp: Chirp | undefined;

/** That of the last n is kept. */
function chirp(n: number): Chirp {
  if (keptChirp?.cos.length === n) return keptChirp;
  const angles = Float64Array.from({length: n}, (_, k) => (Math.PI * ((k * k) % (2 * n))) / n);
  const [cos, sin] = [angles.map(Math.cos), angles.map(Math.sin)];
  const size = 2 ** Math.ceil(Math.log2(2 * n - 1));
  const [real, imaginary] = [new Float64Array(size), new Float64Array(size)];
  for (let k = 0; k < n; ++k) {
    const mirrored = (size - k) % size;
    real[k] = real[mirrored] = cos[k];
    imaginary[k] = imaginary[mirrored] = sin[k];
  }
  transform(real, imaginary);
  keptChirp = {cos, sin, real, imaginary};
  return keptChirp;
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
