/** What may be asked of work that can take longer than 200 ms. */
export interface LongTaskOptions {
  /** Ends the work: its promise is rejected with `signal.reason`. */
  signal?: AbortSignal;
  /** Is told, now and then, what part of the work is done: from 0 to 1. */
  onProgress?: (fraction: number) => void;
}

/** After so many ms of work, others get their turn; short enough that a click is answered within 100 ms. */
const TURN = 40;

/**
 * Long work calls the function that this gives whenever a small part is done, and awaits it. It throws if the work has
 * been cancelled, tells the progress, and lets the page, or the messages of a worker, have their turn: without one, no
 * signal could ever come in between.
 * @returns a function of the fraction that is done
 */
export function takingTurns({signal, onProgress}: LongTaskOptions): (fraction: number) => Promise<void> {
  signal?.throwIfAborted();
  let since = performance.now();
  return async (fraction) => {
    if (performance.now() - since >= TURN) {
      onProgress?.(fraction);
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
    } else if (fraction === 1) onProgress?.(1);
    signal?.throwIfAborted();
  };
}

/** Work in small steps, each of which yields what fraction is done; it can be done at once, or in turns with others. */
export type Steps<Result> = Generator<number, Result, void>;

/** Does all steps without a pause. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const {done, value} = steps.next();
    if (done) return value;
  }
}

/** Does the steps as long work is to be done: it can be cancelled between any two of them. */
export async function inTurns<Result>(steps: Steps<Result>, options: LongTaskOptions): Promise<Result> {
  const turn = takingTurns(options);
  for (let fraction = 0; ; ) {
    const {done, value} = steps.next();
    if (done) return value;
    // A part of the work may not know how much came before it.
    fraction = Math.max(fraction, value);
    await turn(fraction);
  }
}
