import {describe, expect, test} from "vitest";
import {Speedometer} from "../../../lib/project/download/speedometer.js";

describe("the speed of a download", () => {
  test("cannot be told at once", () => {
    const meter = new Speedometer();
    expect(meter.speed(0)).toBeNull();
    meter.mark(0, 0);
    meter.mark(100, 1e6);
    expect(meter.speed(100)).toBeNull();
  });

  test.each([0.05, 1, 30, 400])("is that of the last five seconds, with a mark every %d ms", (apart) => {
    const meter = new Speedometer();
    for (let time = 0; time < 10_000; time += apart) meter.mark(time, 1000 * time);
    for (let time = 10_000; time <= 16_000; time += apart) meter.mark(time, 10_000_000 + 20 * (time - 10_000));
    expect(meter.speed(16_000)! / 20_000).toBeCloseTo(1, 1);
  });

  test("falls while nothing comes", () => {
    const meter = new Speedometer();
    for (let time = 0; time <= 1000; time += 10) meter.mark(time, 1000 * time);
    expect(meter.speed(1000)).toBeCloseTo(1e6);
    expect(meter.speed(4000)).toBeCloseTo(250_000);
  });

  test("is that of the new beginning when it begins anew", () => {
    const meter = new Speedometer();
    for (let time = 0; time <= 1000; time += 10) meter.mark(time, 1000 * time);
    for (let time = 1010; time <= 2010; time += 10) meter.mark(time, 100 * (time - 1010));
    expect(meter.speed(2010)).toBeCloseTo(100_000);
  });
});
