import {MonitorClock} from "./monitor-clock.js";
import {RandomStream} from "./random-stream.js";
import type {RunningSpeed} from "./running.js";

/** What the wheel's encoder gave, one value per frame of the monitor. */
export interface RunningWheel {
  /** Seconds: when each interval begins and ends. */
  start: Float64Array;
  end: Float64Array;
  /** cm/s */
  velocity: Float64Array;
  /** Radians that the wheel turned in the interval. */
  rotation: Float32Array;
  /** Volts: the encoder's angle as a share of its supply; NaN until the encoder is read. */
  signalVoltage: Float64Array;
  supplyVoltage: Float64Array;
}

/** How the wheel is measured. */
export const WHEEL_MODEL = {
  /** cm from the axle at which the mouse runs: two thirds of the radius of a 16.5 cm wheel. */
  radius: 5.5033,
  /** cm/s, standard deviation of the measured velocity around the speed. */
  noise: 0.8,
  /** Volts. */
  supply: 5,
  /** Intervals at the beginning without voltages. */
  unread: 60
} as const;

/**
 * The wheel while visual stimuli are shown: the speed between the steps of its trace, with noise, and what the encoder
 * makes of it. The published files have it for as long as the stimulus computer ran, so light stimuli are without it.
 */
export function makeRunningWheel(speed: RunningSpeed, [from, to]: [number, number], seed: number): RunningWheel {
  const random = new RandomStream(seed, "running-wheel");
  const clock = new MonitorClock(from, new RandomStream(seed, "running-wheel-frames"));
  const times = [clock.now];
  while (clock.now < to) times.push(clock.advance(1));
  const count = times.length - 1;
  const velocity = Float64Array.from({length: count}, (_, i) => {
    return speedAt(speed, (times[i] + times[i + 1]) / 2) + random.normal(0, WHEEL_MODEL.noise);
  });
  const rotation = Float32Array.from(velocity, (value, i) => (value * (times[i + 1] - times[i])) / WHEEL_MODEL.radius);
  const supplyVoltage = Float64Array.from({length: count}, () => WHEEL_MODEL.supply + random.normal(0, 0.002));
  let turns = random.uniform();
  const signalVoltage = supplyVoltage.map((supply, i) => {
    turns += rotation[i] / (2 * Math.PI);
    return supply * (turns - Math.floor(turns));
  });
  supplyVoltage.fill(Number.NaN, 0, WHEEL_MODEL.unread);
  signalVoltage.fill(Number.NaN, 0, WHEEL_MODEL.unread);
  return {
    start: Float64Array.from(times.slice(0, -1)),
    end: Float64Array.from(times.slice(1)),
    velocity,
    rotation,
    signalVoltage,
    supplyVoltage
  };
}

/** The speed at a time, linear between the centres of the trace's steps. */
export function speedAt({start, step, speed}: RunningSpeed, time: number): number {
  const position = Math.min(speed.length - 1, Math.max(0, (time - start) / step - 0.5));
  const before = Math.floor(position);
  const after = Math.min(speed.length - 1, before + 1);
  return speed[before] + (position - before) * (speed[after] - speed[before]);
}
