import {describe, expect, it} from "vitest";
import {probesText, sessionLength, sessionSummary} from "../../../lib/lessons/home/index.js";

const epochs = (minutes: number) => [
  {start_time: 30, stop_time: 60},
  {start_time: 60, stop_time: 30 + 60 * minutes}
];

describe("the session at a glance", () => {
  it("says how many units, probes and epochs there are, and how wide its bins are", () => {
    const glance = {sessionId: 7, units: 1028, probes: 6, epochs: epochs(23.4), edges: [30, 31.4, 32.8]};
    expect(sessionSummary(glance)).toBe(
      "Session 7: 1,028 units on 6 probes, and 2 stimulus epochs over 23 minutes, from the first presentation to the last, in bins of at least 1.4 s."
    );
  });
});

describe("the length of a session", () => {
  it("is told in minutes where it is short, and in hours where it is that of a recording", () => {
    expect(sessionLength(epochs(23))).toMatch(/^23 minutes/);
    expect(sessionLength(epochs(150))).toBe("2.5 hours");
  });

  it("is nothing where nothing was shown", () => {
    expect(sessionLength([])).toMatch(/^0 minutes/);
  });
});

it("a sentence on the probes agrees with their number", () => {
  expect([0, 1, 6, 8].map(probesText)).toEqual([
    "No thin probes with hundreds of recording sites each are",
    "One thin probe with hundreds of recording sites is",
    "Six thin probes with hundreds of recording sites each are",
    "8 thin probes with hundreds of recording sites each are"
  ]);
});
