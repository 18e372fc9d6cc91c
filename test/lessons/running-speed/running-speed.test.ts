import {describe, expect, it} from "vitest";
import {
  FEWEST_ROWS,
  firstRowAround,
  fromFirstRow,
  runningShare,
  runningStrip,
  runningTrace
} from "../../../lib/lessons/running-speed/index.js";
import {openMiniSession} from "../mini-session.js";

describe("the rows that a reader looks at", () => {
  it("begin where the tutorial's do, if the session has so many", () => {
    expect(fromFirstRow(15_000)).toEqual({min: 0, max: 14_980, value: 5000});
  });

  it("are the last hundred of a session that is shorter, and all of one that has fewer", () => {
    expect(fromFirstRow(1789).value).toBe(1689);
    expect(fromFirstRow(60)).toEqual({min: 0, max: 40, value: 0});
  });

  it("leave a choice to be made even where there are no rows", () => {
    const {min, max, value} = fromFirstRow(0);
    expect(min).toBeLessThan(max);
    expect(value).toBe(0);
  });

  it("around a time have it in their middle", () => {
    const starts = Float64Array.from({length: 1000}, (_, row) => 10 + row / 50);
    const first = firstRowAround(starts, 20, 100);
    expect([starts[first], starts[first + 99]]).toEqual([19, 20.98]);
  });

  it("around the ends of the session stay within it", () => {
    const starts = Float64Array.from({length: 1000}, (_, row) => row);
    expect(firstRowAround(starts, -5, 100)).toBe(0);
    expect(firstRowAround(starts, 5000, 2)).toBe(1000 - FEWEST_ROWS);
    expect(firstRowAround([], 3, 100)).toBe(0);
  });
});

describe("running over the whole session", () => {
  const velocity = {start: 5, width: 1.5, minimum: [0, -1, Number.NaN], maximum: [2, 30, Number.NaN]};

  it("says how long it is, and how much of it the page holds", () => {
    const strip = runningStrip(velocity, [5, 6, 7.25]);
    expect(strip.caption).toContain(
      "in each of 3 bins of 1.50 s. The shaded part, 2 s, is the one of which this page holds 3 rows"
    );
    expect("options" in strip && strip.options.held).toEqual([5, 7.25]);
  });

  it("is minutes long", () => {
    const bins = Array.from({length: 1000}, () => 1);
    expect(runningStrip({start: 0, width: 9, minimum: bins, maximum: bins}, [0, 1]).caption).toMatch(
      /^It lasts 150 minutes; .* 1,000 bins of 9\.00 s\./
    );
  });

  it("is not drawn where the wheel was not measured", () => {
    const nothing = [Number.NaN, Number.NaN];
    expect(runningStrip({start: 0, width: 1, minimum: nothing, maximum: nothing}, [])).toHaveProperty(
      "empty",
      expect.stringContaining("no running speed")
    );
  });
});

describe("running close up", () => {
  it("names its rows, their length and their mean, which leaves out what was not measured", () => {
    const rows = {starts: [1, 2, 3], ends: [2, 3, 4], midpoints: [1.5, 2.5, 3.5], velocity: [2, Number.NaN, 5]};
    const trace = runningTrace(rows, 40);
    expect(trace.caption).toMatch(/: rows 40 to 42, n = 3, over 3\.00 s\. Its mean is 3\.50 cm\/s\./);
    expect("data" in trace && trace.data[0]).toEqual({times: rows.midpoints, values: rows.velocity});
  });

  it("is not drawn without rows", () => {
    expect(runningTrace({starts: [], ends: [], midpoints: [], velocity: []}, 0)).toHaveProperty("empty");
  });
});

describe("the share of the rows in which the mouse ran", () => {
  it("counts what is faster than 1 cm/s, forwards, in rows that are half a second apart or more", () => {
    expect(runningShare([0, 1, 2, 3], [0, 1, 1.01, -30])).toMatch(/^In 25\u00a0% of the 4 rows/);
  });

  it("is by the mean over half a second, which single rows of noise do not lift over the limit", () => {
    const times = Array.from({length: 240}, (_, row) => row / 60);
    const text = runningShare(
      times,
      times.map((_, row) => (row % 4 === 0 ? 2 : -0.5))
    );
    expect(text).toMatch(/^In 0\u00a0% of the 240 rows/);
    expect(text).toContain("Row by row it is above the limit in 25\u00a0%");
  });

  it("is not said of a session without rows", () => {
    expect(runningShare([], [])).toBe("");
  });

  it("of a session's file is that of its rows, counted one by one", async () => {
    const session = await openMiniSession();
    const rows = (await session.runningSpeed()).objects() as {start_time: number; velocity: number}[];
    const [times, velocity] = [rows.map(({start_time}) => start_time), rows.map((row) => row.velocity)];
    let [running, single] = [0, 0];
    for (const time of times) {
      let [sum, n] = [0, 0];
      for (let j = 0; j < rows.length; j++)
        if (Math.abs(times[j] - time) <= 0.25) [sum, n] = [sum + velocity[j], n + 1];
      if (sum / n > 1) running += 1;
    }
    for (const speed of velocity) if (speed > 1) single += 1;
    const text = runningShare(times, velocity);
    expect(text).toContain(`In ${Math.round((100 * running) / rows.length)}\u00a0% of the 1,789 rows`);
    expect(text).toContain(`in ${Math.round((100 * single) / rows.length)}\u00a0%: the sensor`);
    session.close();
  });
});
