import {describe, expect, test} from "vitest";
import {filterHistogram} from "../../../lib/plot/index.js";
import {provideDocument} from "../plain-document.js";

provideDocument();

describe("a histogram that filters", () => {
  const values = [0.05, 0.1, 0.15, 0.6];
  const histogram = () =>
    filterHistogram(values, {width: 400, ariaLabel: "A metric", label: "metric", of: "units", bins: 2, onRange() {}});

  /** What stands below the figure when its first bar is read by keyboard. */
  const readFirst = (figure: HTMLElement) => {
    const key = Object.assign(new Event("keydown"), {key: "Home"});
    figure.querySelector(".figure-surface")!.dispatchEvent(key);
    return figure.querySelector(".readout")!;
  };

  test("says of the bar that is read how many units are kept now, also when filters change while it is read", () => {
    const figure = histogram();
    figure.show([false, false, false, true]);
    const line = readFirst(figure);
    expect(line.textContent).toMatch(/: 3 units, 0 kept$/);
    figure.show([false, true, false, true]);
    expect(line.textContent).toMatch(/: 3 units, 1 kept$/);
    figure.show([true, true, true, true]);
    expect(line.textContent).toMatch(/: 3 units$/);
  });

  test("says what it is for, and nothing of a bar, while none is read", () => {
    const figure = histogram();
    figure.show([false, false, false, true]);
    expect(figure.querySelector(".readout")!.textContent).toBe("Drag to choose a range.");
  });
});
