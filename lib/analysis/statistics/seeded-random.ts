/** A source of random numbers: each call gives the next, uniform from 0 (included) to 1 (not included). */
export type RandomSource = () => number;

/**
 * A source of random numbers that is the same for the same seed, on every machine.
 * Generator: sfc32 (C. Doty-Humphrey, PractRand), of period 2³² at least.
 * @param seed a whole number below 2³²
 */
export function seededRandom(seed: number): RandomSource {
  let a = seed | 0;
  let b = 0x9e3779b9 | 0;
  let c = 0x243f6a88 | 0;
  let counter = 1;
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let i = 0; i < 15; ++i) next(); // until the seed has reached every bit
  return next;
}
