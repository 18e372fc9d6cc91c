import type {Dataset} from "h5wasm/node";
import {beforeAll, describe, expect, it} from "vitest";
import {column, type SampleSession, sampleSession} from "./sample-session.js";
import {correlation, mean} from "./statistics.js";

describe("the sample's running", () => {
  let session: SampleSession;
  beforeAll(async () => {
    session = await sampleSession();
  });
  const numbers = (path: string) => column(session.file, path) as number[];

  it("is measured in intervals that follow each other for as long as stimuli are shown", () => {
    const starts = numbers("/processing/running/running_speed/timestamps");
    const ends = numbers("/processing/running/running_speed_end_times/timestamps");
    expect(ends.slice(0, -1)).toEqual(starts.slice(1));
    expect(starts.every((start, i) => ends[i] > start)).toBe(true);
    const stimuli = numbers("/processing/stimulus/timestamps/timestamps");
    expect(starts[0]).toBeLessThan(stimuli[0]);
    expect(ends[ends.length - 1]).toBeGreaterThan(stimuli[stimuli.length - 1]);
    expect(numbers("/processing/running/running_speed_end_times/data").every(Number.isNaN)).toBe(true);
  });

  it("has the velocity, cm/s, of the trace in the ground truth", () => {
    const {start, step, speed} = session.truth.running;
    const [times, velocity] = ["timestamps", "data"].map((name) =>
      numbers(`/processing/running/running_speed/${name}`)
    );
    const traced = times.map((time) => speed[Math.floor((time + 1 / 120 - start) / step)]);
    expect(correlation(traced, velocity)).toBeGreaterThan(0.99);
    expect(Math.abs(mean(velocity) - mean(traced))).toBeLessThan(0.05);
  });

  it("turns the wheel, of float32 radians, by the way that the mouse runs", () => {
    const series = "/acquisition/raw_running_wheel_rotation";
    expect((session.file.get(`${series}/data`) as Dataset).dtype).toBe("<f");
    const rotation = numbers(`${series}/data`);
    expect(numbers("/processing/running/running_wheel_rotation/data")).toEqual(rotation);
    const [start, end] = ["running_speed", "running_speed_end_times"].map((name) =>
      numbers(`/processing/running/${name}/timestamps`)
    );
    const way = numbers("/processing/running/running_speed/data").reduce(
      (sum, v, i) => sum + v * (end[i] - start[i]),
      0
    );
    const turned = rotation.reduce((sum, angle) => sum + angle, 0);
    expect(turned * session.truth.model.wheel.radius).toBeCloseTo(way, 1);
    expect(numbers(`${series}/timestamps`)).toEqual(start);
  });

  it("has voltages that give the wheel's angle, after a beginning without", () => {
    const [signal, supply] = ["signal", "supply"].map((name) =>
      numbers(`/acquisition/running_wheel_${name}_voltage/data`)
    );
    const rotation = numbers("/acquisition/raw_running_wheel_rotation/data");
    const first = signal.findIndex((value) => !Number.isNaN(value));
    expect(first).toBe(60);
    expect(supply.findIndex((value) => !Number.isNaN(value))).toBe(first);
    for (let i = first + 1; i < signal.length; i += 7) {
      const turned = (2 * Math.PI * signal[i]) / supply[i] - (2 * Math.PI * signal[i - 1]) / supply[i - 1];
      expect(Math.cos(turned - rotation[i])).toBeCloseTo(1, 9);
    }
  });

  it("shares its timestamps by soft links, as the published files do", () => {
    const target = (path: string) => session.file.get_link(path);
    const raw = "/acquisition/raw_running_wheel_rotation/timestamps";
    expect(target("/acquisition/running_wheel_signal_voltage/timestamps")).toBe(raw);
    expect(target("/acquisition/running_wheel_supply_voltage/timestamps")).toBe(raw);
    expect(target("/processing/running/running_wheel_rotation/timestamps")).toBe(
      "/processing/running/running_speed/timestamps"
    );
  });
});
