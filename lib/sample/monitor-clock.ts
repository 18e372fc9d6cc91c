import type {RandomStream} from "./random-stream.js";

/**
 * When the monitor's frames appear on the master clock: 60 Hz nominally, a little slow, each with its own small jitter,
 * as photodiode-corrected stimulus times have. So no time is a round number.
 */
export class MonitorClock {
  private frame = 0;
  private readonly period = 1 / 59.9537;

  /** @param start master time of the first frame, seconds */
  constructor(
    private readonly start: number,
    private readonly random: RandomStream
  ) {
    this.now = start;
  }

  /** Master time of the current frame, seconds. */
  now: number;

  /** Shows `frames` frames and returns the time of the one after them. */
  advance(frames: number): number {
    this.frame += frames;
    this.now = this.start + this.frame * this.period + this.random.normalWithin(0, 0.00012, -0.0004, 0.0004);
    return this.now;
  }

  /** Frames in a stretch of nominal seconds. */
  static frames(seconds: number): number {
    return Math.round(seconds * 60);
  }
}
