import type {Dataset, Group} from "h5wasm/node";
import {beforeAll, describe, expect, it} from "vitest";
import {column, type SampleSession, sampleSession} from "./sample-session.js";
import {correlation, mean} from "./statistics.js";

describe("the sample's eye tracking", () => {
  let session: SampleSession;
  let times: number[];
  beforeAll(async () => {
    session = await sampleSession();
    times = numbers("/processing/raw_gaze_mapping/eye_area/timestamps");
  });
  const numbers = (path: string) => column(session.file, path) as number[];
  const fits = (name: string, part: string) => numbers(`/processing/eye_tracking/${name}_ellipse_fits/${part}`);
  const gaze = (kind: "raw" | "filtered", name: string) =>
    numbers(`/processing/${kind}_gaze_mapping/${name}/data`).flat();
  /** Frames in a blink: more than `margin` frames inside, or with a negative margin up to as many beside it. */
  const blinking = (margin: number) => {
    const inside = new Array<boolean>(times.length).fill(false);
    for (const [start, stop] of session.truth.blinks) {
      for (let i = Math.floor((start - times[0]) * 29.99) - 5; i < times.length && times[i] < stop + 0.2; i++) {
        if (times[i] > start + margin && times[i] < stop - margin) inside[i] = true;
      }
    }
    return inside;
  };

  it("runs at 30 Hz through the whole recording, the same frames in every table and series", () => {
    const [start, stop] = session.truth.recording;
    expect(times[0]).toBeLessThan(start);
    expect(times[times.length - 1]).toBeGreaterThan(stop - 0.1);
    expect((times.length - 1) / (times[times.length - 1] - times[0])).toBeCloseTo(30, 1);
    for (const name of ["cr", "eye", "pupil"]) expect(fits(name, "timestamps")).toEqual(times);
    for (const kind of ["raw", "filtered"]) {
      for (const name of ["eye_area", "pupil_area", "screen_coordinates", "screen_coordinates_spherical"]) {
        const series = `/processing/${kind}_gaze_mapping/${name}`;
        expect(numbers(`${series}/timestamps`)).toEqual(times);
        const shape = name.startsWith("screen") ? [times.length, 2] : [times.length];
        expect((session.file.get(`${series}/data`) as Dataset).shape).toEqual(shape);
      }
    }
  });

  it("loses pupil, corneal reflection and gaze in every blink, and seldom else", () => {
    const [deep, near] = [blinking(0.09), blinking(-0.1)];
    expect(session.truth.blinks.length).toBeGreaterThan(40);
    expect(deep.filter(Boolean).length).toBeGreaterThan(60);
    const lost = [
      ...["cr", "pupil"].map((name) => fits(name, "width")),
      gaze("raw", "screen_coordinates").filter((_, i) => i % 2 === 0),
      gaze("filtered", "pupil_area")
    ].map((values) => values.map(Number.isNaN));
    for (const values of lost) {
      expect(deep.every((blink, i) => !blink || values[i])).toBe(true);
      const elsewhere = values.filter((value, i) => value && !near[i]).length;
      expect(elsewhere).toBeGreaterThan(20);
      expect(elsewhere / times.length).toBeLessThan(0.01);
    }
    // the lid is seen to fall: the eye is fitted longer than the pupil
    expect(fits("eye", "height").filter(Number.isNaN).length).toBeLessThan(
      fits("pupil", "height").filter(Number.isNaN).length
    );
  });

  it("filters gaze by leaving out blinks and their flanks, and nothing else changes", () => {
    const near = blinking(0.001);
    for (const name of ["eye_area", "pupil_area"]) {
      const [raw, filtered] = [gaze("raw", name), gaze("filtered", name)];
      expect(filtered.every((value, i) => Number.isNaN(value) || value === raw[i])).toBe(true);
      expect(near.every((blink, i) => !blink || Number.isNaN(filtered[i]))).toBe(true);
      expect(filtered.filter(Number.isNaN).length).toBeGreaterThan(raw.filter(Number.isNaN).length);
    }
  });

  it("gives half-axes in pixels whose ellipse is the area, cm², that gaze mapping gives", () => {
    const [width, height, area] = [fits("pupil", "width"), fits("pupil", "height"), gaze("raw", "pupil_area")];
    const pixel = session.truth.model.gaze_model.pixel;
    for (let i = 0; i < area.length; i += 101) {
      if (Number.isNaN(area[i])) continue;
      expect(area[i] / (Math.PI * width[i] * height[i] * pixel ** 2)).toBeCloseTo(1, 9);
    }
    expect((session.file.get("/processing/raw_gaze_mapping/pupil_area/data") as Group).attrs.unit.value).toBe(
      "Pixels ^ 2"
    );
  });

  it("has a pupil that widens when the mouse runs", () => {
    const {start, step, speed} = session.truth.running;
    const area = gaze("filtered", "pupil_area");
    const kept = times.map((_, i) => i).filter((i) => i % 15 === 0 && times[i] > start + 5 && !Number.isNaN(area[i]));
    const recent = kept.map((i) => {
      const bin = Math.min(speed.length, Math.floor((times[i] - start) / step));
      return mean(speed.slice(bin - 20, bin));
    });
    expect(
      correlation(
        recent,
        kept.map((i) => Math.log(area[i]))
      )
    ).toBeGreaterThan(0.6);
  });

  it("has a pupil that narrows after a white flash and not after a black one", () => {
    const area = gaze("filtered", "pupil_area");
    const change = (color: string) => {
      const onsets = session.presentations("flashes").filter((row) => row.color === color);
      const at = (time: number) => Math.log(area[times.findIndex((frame) => frame > time)]);
      return mean(
        onsets.map(({start_time}) => at(start_time + 0.7) - at(start_time)).filter((value) => !Number.isNaN(value))
      );
    };
    const {white, black} = session.truth.model.pupil_model;
    expect(change("1.0")).toBeLessThan(white / 2);
    expect(change("-1.0")).toBeGreaterThan(black / 4);
  });

  it("looks about along the horizon, columns in the order y, x, centimetres and degrees of the same point", () => {
    const [screen, degrees] = [gaze("raw", "screen_coordinates"), gaze("raw", "screen_coordinates_spherical")];
    const spread = (values: number[], offset: number) =>
      Math.sqrt(mean(values.filter((value, i) => i % 2 === offset && !Number.isNaN(value)).map((value) => value ** 2)));
    expect(spread(degrees, 1)).toBeGreaterThan(1.5 * spread(degrees, 0));
    const {distance} = session.truth.model.gaze_model;
    for (let i = 0; i < screen.length; i += 173) {
      if (Number.isNaN(screen[i])) continue;
      expect(screen[i]).toBeCloseTo(distance * Math.tan((degrees[i] * Math.PI) / 180), 9);
    }
  });

  it("names its rig and where monitor, camera and light are", () => {
    const path = "/processing/eye_tracking_rig_metadata/eye_tracking_rig_metadata";
    const rig = session.file.get(path) as Group;
    expect(rig.attrs.neurodata_type.value).toBe("EcephysEyeTrackingRigMetadata");
    expect(rig.attrs.equipment.value).toContain("synthetic");
    const parts = ["camera_position", "camera_rotation", "led_position", "monitor_position", "monitor_rotation"];
    expect(rig.keys()).toEqual(parts);
    for (const part of parts) {
      expect(numbers(`${path}/${part}`)).toHaveLength(3);
      expect((session.file.get(`${path}/${part}`) as Group).attrs.unit.value).toBe(
        part.endsWith("rotation") ? "deg" : "mm"
      );
    }
    expect(Math.hypot(...numbers(`${path}/monitor_position`))).toBeCloseTo(150, 0);
  });
});
