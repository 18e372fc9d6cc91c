// numpy's legacy random numbers, so that what AllenSDK drew can be drawn again.

/**
 * numpy's `random.seed(seed)`, then `random.choice(count)` as often as asked: the Mersenne Twister (Matsumoto and
 * Nishimura 1998), whose numbers are cut to the bits of count − 1 and dropped if they are still too large.
 */
export function numpyChoices(seed: number): (count: number, length: number) => Uint32Array {
  const next = mersenneTwister(seed);
  return (count, length) => {
    const most = count - 1;
    const mask = most === 0 ? 0 : 2 ** (32 - Math.clz32(most)) - 1;
    const choices = new Uint32Array(length);
    for (let i = 0; i < length; ++i) {
      let choice = (next() & mask) >>> 0;
      while (choice > most) choice = (next() & mask) >>> 0;
      choices[i] = choice;
    }
    return choices;
  };
}

const SIZE = 624;
const SHIFT = 397;

function mersenneTwister(seed: number): () => number {
  const state = new Uint32Array(SIZE);
  state[0] = seed;
  for (let i = 1; i < SIZE; ++i) state[i] = Math.imul(1812433253, state[i - 1] ^ (state[i - 1] >>> 30)) + i;
  let index = SIZE;
  return () => {
    if (index === SIZE) {
      for (let i = 0; i < SIZE; ++i) {
        const bits = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7fffffff);
        state[i] = state[(i + SHIFT) % SIZE] ^ (bits >>> 1) ^ (bits & 1 ? 0x9908b0df : 0);
      }
      index = 0;
    }
    let number = state[index++];
    number ^= number >>> 11;
    number ^= (number << 7) & 0x9d2c5680;
    number ^= (number << 15) & 0xefc60000;
    return (number ^ (number >>> 18)) >>> 0;
  };
}
