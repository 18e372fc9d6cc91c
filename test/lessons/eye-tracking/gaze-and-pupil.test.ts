import {table} from "arquero";
import {describe, expect, it} from "vitest";
import {gazeOnScreen, pupilBySpeed, sessionStrips} from "../../../lib/lessons/eye-tracking/index.js";

const samples = table({
  "Time (s)": [1, 2, 3, 4],
  raw_pupil_area: [0.01, 0.02, 0.04, Number.NaN],
  raw_screen_coordinates_x_cm: [1, Number.NaN, 3, 4],
  raw_screen_coordinates_y_cm: [5, Number.NaN, 7, 8],
  raw_screen_coordinates_spherical_x_deg: [10, Number.NaN, 30, 40],
  raw_screen_coordinates_spherical_y_deg: [50, Number.NaN, 70, 80],
  velocity: [0.2, -0.9, 6, 20],
  stimulus_name: ["spontaneous", "flashes", "flashes", null]
});
const eye = {present: true, frames: 8, every: 2, partSize: 8, table: samples};
const noEye = {present: false, frames: 0, every: 1, partSize: 0, table: table({})};
const choice = {unit: "cm", colorBy: "time", extent: "the session"} as const;

describe("the gaze on the screen", () => {
  it("of the session has a point for each frame that was sampled", () => {
    const gaze = gazeOnScreen(eye, {...choice, frames: null, first: 0});
    expect(gaze.caption).toBe(
      "Raw, in cm: 3 frames with a gaze, of 4 (every second of the session’s 8). Of both axes the outermost 0.2 % are left out."
    );
    expect("data" in gaze && Array.from(gaze.data[0].stimuli)).toEqual(["spontaneous", "flashes", "flashes", null]);
  });

  it("of a short session is of all its frames, and of a long one says which", () => {
    const caption = (every: number) => gazeOnScreen({...eye, every}, {...choice, frames: null, first: 0}).caption;
    expect(caption(1)).toContain("of 4 of the session.");
    expect(caption(21)).toContain("of 4 (every 21st of the session’s 8).");
  });

  it("in degrees has the columns in degrees", () => {
    const gaze = gazeOnScreen(eye, {...choice, unit: "degrees", frames: null, first: 0});
    expect("data" in gaze && [gaze.data[0].x[2], gaze.data[0].y[2]]).toEqual([30, 70]);
  });

  it("of the chosen frames has what was shown at the sample that is nearest in time", () => {
    const frames = table({
      "Time (s)": [1.4, 1.6, 9],
      raw_screen_coordinates_x_cm: [1, 2, 3],
      raw_screen_coordinates_y_cm: [1, 2, 3]
    });
    const gaze = gazeOnScreen(eye, {...choice, extent: "the frames above", frames, first: 120});
    expect("data" in gaze && gaze.data[0].stimuli).toEqual(["spontaneous", "flashes", null]);
    expect(gaze.caption).toContain("3 frames with a gaze, of 3 from frame 120 on.");
  });

  it("is on its way until the chosen frames are loaded, and is none without eye tracking", () => {
    const frames = {...choice, extent: "the frames above", frames: null, first: 0} as const;
    expect(gazeOnScreen(eye, frames)).toHaveProperty("empty", expect.stringContaining("Loading"));
    expect(gazeOnScreen(noEye, frames)).toHaveProperty("empty", expect.stringContaining("not filmed"));
  });
});

describe("the pupil while the mouse stands and while it runs", () => {
  /** A frame each half second: speeds, and what the pupil has. */
  const filmed = (rows: [velocity: number, area: number][]) => ({
    ...eye,
    table: table({
      "Time (s)": rows.map((_, i) => i / 2),
      raw_pupil_area: rows.map(([, area]) => area),
      velocity: rows.map(([velocity]) => velocity)
    })
  });
  const bout = (velocity: number, areas: number[]): [number, number][] => areas.map((area) => [velocity, area]);
  const still = bout(0.2, [0.01, 0.01, 0.01]);
  const still2 = bout(-0.9, [0.02, 0.04, Number.NaN, Number.NaN, 0.03, 0.03]);
  const running = bout(6, [0.05, 0.05, 0.05]);

  it("counts each bout once, however many frames it has, whichever way the wheel turns", () => {
    expect(pupilBySpeed(filmed([...still, ...running, ...still2]))).toMatch(
      // bouts of 0.01 and 0.03: mean 0.02, SEM 0.01
      /^While the mouse stands \(less than 1 cm\/s\) its pupil measures 0\.0200 ± 0\.01 cm², and while it runs \(more than 5 cm\/s\) 0\.05 cm²: mean ± SEM over n = 2 and 1 bouts of at least 1 s, from every second of the session’s frames/
    );
  });

  it("leaves out bouts shorter than a second, and ends a bout where the speed is between or not known", () => {
    const text = pupilBySpeed(
      filmed([...still, ...bout(3, [0.09]), ...still, ...bout(Number.NaN, [0.09]), ...bout(0, [0.9, 0.9]), ...running])
    );
    expect(text).toContain("its pupil measures 0.01 cm²");
    expect(text).toContain("n = 2 and 1 bouts");
  });

  it("is not compared where the mouse does only one of them, or has no eye tracking", () => {
    expect(pupilBySpeed(filmed(still))).toBe("");
    expect(pupilBySpeed(noEye)).toBe("");
  });
});

describe("pupil and running over the session", () => {
  const range = (value: number) => ({start: 0, width: 9.25, minimum: [value, value], maximum: [value, value]});

  it("stand in the same bins", () => {
    const [pupil, running] = sessionStrips({pupilArea: range(0.01), velocity: range(3)}, true);
    expect(pupil.caption).toContain("in each of 2 bins of 9.25 s");
    expect(running.caption).toBe("In the same bins.");
  });

  it("are each left out where they were not measured", () => {
    const nothing = range(Number.NaN);
    const [pupil, running] = sessionStrips({pupilArea: nothing, velocity: nothing}, false);
    expect(pupil).toHaveProperty("empty", expect.stringContaining("not filmed"));
    expect(running).toHaveProperty("empty", expect.stringContaining("no running speed"));
    expect(sessionStrips({pupilArea: nothing, velocity: range(3)}, false)[1].caption).toBe("");
  });
});
