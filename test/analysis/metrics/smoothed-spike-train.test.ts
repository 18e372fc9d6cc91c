import {expect, it} from "vitest";
import {smoothedSpikeTrain} from "../../../lib/analysis/metrics/smoothed-spike-train.js";

it("a smoothed spike train is AllenSDK's", () => {
  const course = smoothedSpikeTrain([0.82764702, 0.83624702, 1.09211374], {samplingRate: 10, duration: 1.5});
  const expected = [
    0, 0, 0, 0, 0.00013383, 0.004431861, 0.05412495, 0.2464033, 0.4529346, 0.48394289, 0.4529346, 0.2464033, 0.05412496,
    0.00443186, 0.00013383
  ];
  expect(course).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    expect(course[i]).toBeCloseTo(value, 7);
  });
});

it("two spikes in one sample count as one, and spikes after the end do not count", () => {
  const options = {samplingRate: 10, duration: 1, width: 0};
  expect([...smoothedSpikeTrain([0.11, 0.12, 0.55, 1.2], options)]).toEqual([0, 1, 0, 0, 0, 1, 0, 0, 0, 0]);
});
