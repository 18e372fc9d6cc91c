/** Something that has to be fast. */
export interface Bench {
  /** What is done, on what, as a phrase. */
  name: string;
  /** How long it may take, in ms. */
  budget: number;
  /** Does what is not measured, and returns what is. */
  prepare(): (() => unknown) | Promise<() => unknown>;
}

/** How long it took, in ms. */
export interface Measured {
  name: string;
  median: number;
  fastest: number;
  slowest: number;
  budget: number;
  /** Median over budget: above 1 is too slow. */
  ratio: number;
}

/** Runs something several times, one after another, with nothing thrown away. */
export async function measure({name, budget, prepare}: Bench, times = 5): Promise<Measured> {
  const run = await prepare();
  const took: number[] = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    await run();
    took.push(performance.now() - start);
  }
  took.sort((a, b) => a - b);
  const median = (took[(times - 1) >> 1] + took[times >> 1]) / 2;
  return {name, median, fastest: took[0], slowest: took[times - 1], budget, ratio: median / budget};
}
