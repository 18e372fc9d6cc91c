/**
 * A seeded stream of random numbers. Each part of the model has its own stream, derived from the seed and the part's
 * name, so that a new part changes nothing in the old ones.
 *
 * The same on every machine with the same engine: Math.log and its like belong to the engine.
 *
 * Generator: sfc32 (C. Doty-Humphrey, PractRand), keyed by the FNV-1a hash of `seed/name`.
 */
export class RandomStream {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;
  private spareNormal = Number.NaN;

  /** @param seed any number; @param name the part of the model that draws, e.g. `"tuning/probeC"` */
  constructor(seed: number, name: string) {
    const text = `${seed}/${name}`;
    this.a = fnv1a(text, 0x811c9dc5);
    this.b = fnv1a(text, 0x01234567);
    this.c = fnv1a(text, 0x89abcdef);
    for (let i = 0; i < 15; i++) this.uint32();
  }

  /** An integer in [0, 2^32). */
  uint32(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    this.c |= 0;
    return sum >>> 0;
  }

  /** Uniform on [low, high). */
  uniform(low = 0, high = 1): number {
    return low + ((high - low) * this.uint32()) / 4294967296;
  }

  /** An integer in [0, count). */
  integer(count: number): number {
    return Math.floor(this.uniform(0, count));
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  /** Normal; Marsaglia's polar method. */
  normal(mean = 0, standardDeviation = 1): number {
    if (!Number.isNaN(this.spareNormal)) {
      const spare = this.spareNormal;
      this.spareNormal = Number.NaN;
      return mean + standardDeviation * spare;
    }
    for (;;) {
      const u = this.uniform(-1, 1);
      const v = this.uniform(-1, 1);
      const square = u * u + v * v;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      this.spareNormal = v * factor;
      return mean + standardDeviation * u * factor;
    }
  }

  /** Normal, drawn again until it falls in [low, high]. */
  normalWithin(mean: number, standardDeviation: number, low: number, high: number): number {
    for (;;) {
      const value = this.normal(mean, standardDeviation);
      if (value >= low && value <= high) return value;
    }
  }

  /** Log-normal with the given median; `sigma` is the standard deviation of its natural logarithm. */
  logNormal(median: number, sigma: number): number {
    return median * Math.exp(this.normal(0, sigma));
  }

  /** Exponential with the given mean. */
  exponential(mean = 1): number {
    return -mean * Math.log(1 - this.uniform());
  }

  /** Poisson by counting exponential gaps; for small means. */
  poisson(mean: number): number {
    let count = -1;
    for (let time = 0; time < mean; count++) time += this.exponential();
    return Math.max(0, count);
  }

  /** One of the values. */
  pick<T>(values: readonly T[]): T {
    return values[this.integer(values.length)];
  }

  /** A shuffled copy (Fisher–Yates). */
  shuffle<T>(values: readonly T[]): T[] {
    const shuffled = [...values];
    for (let i = shuffled.length - 1; i > 0; i--) {
      const j = this.integer(i + 1);
      [shuffled[i], shuffled[j]] = [shuffled[j], shuffled[i]];
    }
    return shuffled;
  }
}

function fnv1a(text: string, basis: number): number {
  let hash = basis;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}
