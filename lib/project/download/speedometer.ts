/** The speed is that of so many of the last ms. */
const WINDOW = 5000;
/** Marks that are not so many ms apart become one: a fast connection makes tens of thousands in a window, and each one that leaves moves the others. */
const APART = 50;

/** How fast something grows, as of late: a stretch of the way without progress counts, what happened long ago does not. */
export class Speedometer {
  readonly #marks: {time: number; value: number}[] = [];

  /** @param time in ms */
  mark(time: number, value: number): void {
    const last = this.#marks.at(-1);
    if (last && value < last.value) this.#marks.length = 0; // it began anew
    const [before, latest] = this.#marks.slice(-2);
    if (latest && latest.time - before.time < APART) this.#marks.pop();
    this.#marks.push({time, value});
    // One mark stays that is older than the window: the speed is that since then.
    while (this.#marks.length > 2 && this.#marks[1].time <= time - WINDOW) this.#marks.shift();
  }

  /** Per second; null where it cannot be told yet. */
  speed(time: number): number | null {
    const [first, last] = [this.#marks[0], this.#marks.at(-1)];
    if (!first || !last || time - first.time < 200) return null;
    return ((last.value - first.value) / (time - first.time)) * 1000;
  }
}
