import {table} from "arquero";
import {describe, expect, it} from "vitest";
import {eyeFrames, eyePicture, frameColumns, frameLine, pupilTrace} from "../../../lib/lessons/eye-tracking/index.js";
import {openMiniSession} from "../mini-session.js";

const parts = ["corneal_reflection", "pupil", "eye"];
const fits = ["center_x", "center_y", "height", "width", "phi"];
const columns = Object.fromEntries(
  parts.flatMap((part, i) => fits.map((fit, j) => [`${part}_${fit}`, [10 * i + j, Number.NaN, 10 * i + j + 0.25]]))
);
const frames = eyeFrames(table({"Time (s)": [20, 20.5, 21], ...columns}), 300);

describe("frames of the eye", () => {
  it("have the ellipses of their rows", () => {
    expect(frames.ellipses(2)).toEqual({
      corneal_reflection: {center_x: 0.25, center_y: 1.25, height: 2.25, width: 3.25, phi: 4.25},
      pupil: {center_x: 10.25, center_y: 11.25, height: 12.25, width: 13.25, phi: 14.25},
      eye: {center_x: 20.25, center_y: 21.25, height: 22.25, width: 23.25, phi: 24.25}
    });
  });

  it("have the area of the pupil's ellipse, half an axis by half an axis by π", () => {
    expect(frames.pupilArea[0]).toBeCloseTo(Math.PI * 6 * 6.5, 10);
    expect(frames.pupilArea[1]).toBeNaN();
  });

  it("of a session's file are as many as its rows, each with the area of its ellipse", async () => {
    const session = await openMiniSession();
    const table = await session.pupilData();
    const {times, pupilArea} = eyeFrames(table, 0);
    const rows = table!.objects() as {pupil_width: number; pupil_height: number}[];
    expect(times).toHaveLength(rows.length);
    const found = rows.map((row, i) => ({...row, area: pupilArea[i]})).filter(({area}) => Number.isFinite(area));
    expect(found.length).toBeGreaterThan(0.8 * rows.length);
    for (const {pupil_width, pupil_height, area} of found)
      expect(area).toBeCloseTo(Math.PI * (pupil_width / 2) * (pupil_height / 2), 8);
    session.close();
  });

  it("of a session without eye tracking are none", () => {
    const none = eyeFrames(null, 0);
    expect(none.span).toBeNull();
    expect(none.times).toHaveLength(0);
    expect(eyePicture(none)).toHaveProperty("empty", expect.stringContaining("not filmed"));
  });
});

describe("the picture of the eye", () => {
  it("says which frames it has, and in how many no pupil was found", () => {
    expect(eyePicture(frames).caption).toBe(
      "Frames 300 to 302, n = 3, 1.0 s from 20.00 s of the session. In 1 of them no pupil was found. The tutorial shows frames 100 to 600."
    );
    const whole = eyeFrames(table({"Time (s)": [20], pupil_width: [2], pupil_height: [2]}), 0);
    expect(eyePicture(whole).caption).toContain("A pupil was found in all of them.");
  });

  it("says of each frame when it was and where the pupil is, or that there is none", () => {
    expect(frameLine(frames, 2)).toBe("frame 302 · 21.000 s · pupil at (10.3, 11.3), 13.3 × 12.3 pixels");
    expect(frameLine(frames, 1)).toBe("frame 301 · 20.500 s · no pupil");
  });

  it("stands beside the pupil's area over the same frames", () => {
    expect(pupilTrace(frames).data).toEqual([{times: frames.times, values: frames.pupilArea}]);
  });
});

it("a table of ellipses is written with the digits that single precision is sure of, and with exact times", () => {
  const formats = frameColumns(["Time (s)", "eye_phi"]);
  expect(formats.eye_phi(0.0839377045)).toBe("0.083938");
  expect(formats["Time (s)"](6.20631)).toBe("6.20631");
});
