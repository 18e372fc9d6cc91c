import {describe, expect, test} from "vitest";
import {bytesText, type DownloadProgress, downloadReporter} from "../../../lib/project/download/index.js";
import {secondsLeft, timeText} from "../../../lib/project/download/progress-text.js";

const GB = 1e9;

/** What a reporter writes, with a clock that a test sets. */
function reporter(format: "terminal" | "lines" | "json", isTTY = false, columns = 100) {
  let [written, time] = ["", 0];
  const stream = {write: (text: string) => (written += text), isTTY, columns};
  const report = downloadReporter({stream, format, now: () => time});
  const tell = (at: number, progress: Partial<DownloadProgress>) => {
    time = at;
    report({path: "cache/a.nwb", url: "u", state: "fetching", received: 0, resumed: 0, size: 2 * GB, ...progress});
  };
  return {tell, written: () => written, lines: () => written.trimEnd().split("\n")};
}

describe("progress on a terminal", () => {
  test("is a line with bytes, share, speed and time left", () => {
    const {tell, written} = reporter("terminal", true);
    tell(0, {});
    tell(1000, {received: 0.1 * GB});
    expect(written()).toContain("a.nwb  100 MB of 2.00 GB  5 %  100 MB/s  19 s left\n");
  });

  test("is rewritten, ten times a second at most, and stays when the file is complete", () => {
    const {tell, written} = reporter("terminal", true);
    for (let at = 0; at < 1000; at += 10) tell(at, {received: at * 1e6});
    expect(written().split("a.nwb").length - 1).toBe(10);
    tell(1000, {state: "done", received: 2 * GB});
    tell(1001, {path: "cache/b.nwb"});
    const last = written().split("\x1b[J");
    expect(last.at(-2)).toBe("a.nwb  2.00 GB  complete\n\r");
    expect(last.at(-1)).toMatch(/^b\.nwb/);
  });

  test("is told whole where the terminal does not know how wide it is", () => {
    const {tell, written} = reporter("terminal", true, 0);
    tell(0, {path: "cache/session_756029989.nwb"});
    expect(written()).toContain("session_756029989.nwb  0 B of 2.00 GB  0 %");
  });

  test("has a line for each of several files", () => {
    const {tell, written} = reporter("terminal", true);
    tell(0, {});
    tell(0, {path: "cache/b.nwb", state: "waiting"});
    expect(written().split("\x1b[J").at(-1)).toBe(
      "a.nwb  0 B of 2.00 GB  0 %\nb.nwb  another process is fetching it\n"
    );
  });

  test("says why something is tried again", () => {
    const {tell, written} = reporter("terminal", true);
    tell(0, {state: "retrying", reason: "status 503", delay: 4000});
    expect(written()).toContain("again in 4 s: status 503");
  });
});

test("progress in a log is a few quiet lines", () => {
  const {tell, lines} = reporter("lines");
  for (let at = 0; at <= 20_000; at += 10) tell(at, {received: (at / 20_000) * 2 * GB});
  tell(20_001, {state: "verifying", received: 2 * GB});
  tell(20_002, {state: "done", received: 2 * GB});
  expect(lines().map((line) => line.replace(/ {2}\d+ MB\/s.*/, ""))).toEqual([
    "a.nwb  0 B of 2.00 GB  0 %",
    "a.nwb  400 MB of 2.00 GB  20 %",
    "a.nwb  800 MB of 2.00 GB  40 %",
    "a.nwb  1.20 GB of 2.00 GB  60 %",
    "a.nwb  1.60 GB of 2.00 GB  80 %",
    "a.nwb  2.00 GB  complete"
  ]);
});

test("progress for programs is an object a line, once a second and when the state changes", () => {
  const {tell, lines} = reporter("json");
  for (let at = 0; at <= 2500; at += 100) tell(at, {received: at * 1000});
  tell(2600, {state: "retrying", received: 2_500_000, reason: "a stall", delay: 1});
  const objects = lines().map((line) => JSON.parse(line));
  expect(objects.map(({state}) => state)).toEqual(["fetching", "fetching", "fetching", "retrying"]);
  expect(objects[2]).toMatchObject({path: "cache/a.nwb", received: 2_000_000, size: 2 * GB, bytesPerSecond: 1e6});
  expect(objects[2].secondsLeft).toBeCloseTo((2 * GB - 2e6) / 1e6, 9);
});

test("the speed is that of late, and falls while nothing comes", () => {
  const {tell, lines} = reporter("json");
  for (let at = 0; at <= 10_000; at += 500) tell(at, {received: at * 1000});
  for (let at = 10_500; at <= 20_000; at += 500) tell(at, {received: 10_000_000});
  const speeds = lines().map((line) => JSON.parse(line).bytesPerSecond);
  expect(speeds[10]).toBeCloseTo(1e6, 0);
  expect(speeds.at(-1)).toBe(0);
});

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [1000, "1.00 kB"],
  [999_499, "999 kB"],
  [999_500, "1.00 MB"],
  [2_581_201_976, "2.58 GB"]
])("%i bytes are %s", (bytes, text) => expect(bytesText(bytes)).toBe(text));

test.each([
  [0.2, "1 s"],
  [99, "99 s"],
  [100, "2 min"],
  [3600, "60 min"],
  [7500, "2 h 05 min"]
])("%d seconds are %s", (seconds, text) => expect(timeText(seconds)).toBe(text));

test("no time is left to be told of a file of unknown length, or that does not move", () => {
  const progress = {path: "a", url: "u", state: "fetching", received: 5, resumed: 0, size: null} as const;
  expect(secondsLeft(progress, 10)).toBe(null);
  expect(secondsLeft({...progress, size: 10}, 0)).toBe(null);
  expect(secondsLeft({...progress, size: 10}, null)).toBe(null);
});
