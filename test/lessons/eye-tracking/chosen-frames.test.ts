import {table} from "arquero";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {chosenFrames, firstFrameAround, fromFirstFrame} from "../../../lib/lessons/eye-tracking/index.js";

describe("the frames that a reader looks at", () => {
  it("begin with the tutorial's, if the film is so long", () => {
    expect(fromFirstFrame(300_000)).toEqual({min: 0, max: 299_980, value: 100});
    expect(fromFirstFrame(90)).toEqual({min: 0, max: 70, value: 70});
  });

  it("of a session without film are none", () => {
    expect(fromFirstFrame(0).value).toBe(0);
    expect(chosenFrames({frames: 0, partSize: 0}, 100, 500)).toEqual({part: 0, firstHeld: 0, first: 0, count: 0});
  });

  it("that would reach beyond a part of the film begin earlier, so that one part has them all", () => {
    const film = {frames: 2500, partSize: 1000};
    expect(chosenFrames(film, 100, 500)).toEqual({part: 0, firstHeld: 0, first: 100, count: 500});
    expect(chosenFrames(film, 900, 500)).toEqual({part: 0, firstHeld: 0, first: 500, count: 500});
    expect(chosenFrames(film, 1000, 500)).toEqual({part: 1, firstHeld: 1000, first: 1000, count: 500});
    expect(chosenFrames(film, 2400, 500)).toEqual({part: 2, firstHeld: 2000, first: 2000, count: 500});
  });

  it("always lie within the film and within their part", () => {
    const sizes = fc.record({frames: fc.integer({min: 20, max: 5000}), partSize: fc.integer({min: 20, max: 2000})});
    fc.assert(
      fc.property(sizes, fc.nat(4999), fc.integer({min: 20, max: 3000}), (film, wanted, count) => {
        fc.pre(wanted < film.frames);
        const chosen = chosenFrames(film, wanted, count);
        const end = Math.min(chosen.firstHeld + film.partSize, film.frames);
        expect(chosen.first).toBeGreaterThanOrEqual(chosen.firstHeld);
        expect(chosen.first + chosen.count).toBeLessThanOrEqual(end);
        expect(chosen.count).toBe(Math.min(count, end - chosen.firstHeld));
      })
    );
  });

  it("around a time have it in their middle, though only every third frame is known", () => {
    const eye = {
      present: true,
      frames: 30,
      every: 3,
      partSize: 30,
      table: table({"Time (s)": [0, 3, 6, 9, 12, 15, 18, 21, 24, 27]})
    };
    expect(firstFrameAround(eye, 15.9, 10)).toBe(10);
    expect(firstFrameAround(eye, 16.6, 10)).toBe(13);
    expect(firstFrameAround(eye, -100, 10)).toBe(0);
  });
});
