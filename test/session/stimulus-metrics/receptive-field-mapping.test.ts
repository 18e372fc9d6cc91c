// The mock sessions of AllenSDK's tests of its stimulus analysis, and what its rules say beyond them.
import {describe, expect, it} from "vitest";
import {linspace} from "../../../lib/array/index.js";
import {stimulusMetrics} from "../../../lib/session/stimulus-metrics/index.js";
import {positionGrid, receptiveField} from "../../../lib/session/stimulus-metrics/position-grid.js";
import {recordingOf} from "../../../lib/session/stimulus-metrics/stimulus-recording.js";
import {UnitResponses} from "../../../lib/session/stimulus-metrics/unit-responses.js";
import {openSmallSession} from "../small-session.js";
import {combinations, NAN, presentations, SPIKES, valuesOf} from "./mock-session.js";

describe("receptive field mapping", () => {
  const positions = combinations({
    y_position: [10, -10, 30, 40, -40, -30, -20, 20, 0],
    x_position: [30, -20, 40, 20, 0, -30, -40, 10, -10]
  });
  const gabors = presentations("gabors", 0.25, positions);

  async function fieldsOf(session: Awaited<ReturnType<typeof openSmallSession>>) {
    const recording = await recordingOf(session, ["gabors"], 0.25);
    const grid = positionGrid(recording);
    const trains = await session.spikeTimes();
    return [...trains.values()].map((train) => {
      const {values, rows, columns} = receptiveField(new UnitResponses(recording, train, () => false), grid);
      expect([rows, columns]).toEqual([9, 9]);
      return {at: (y: number, x: number) => values[y * columns + x], total: values.reduce((a, b) => a + b, 0)};
    });
  }

  it("of AllenSDK's mock session has its fields, their top row first", async () => {
    const session = await openSmallSession({presentations: gabors, spikes: SPIKES});
    const fields = await fieldsOf(session);
    expect(fields[0].total).toBe(4);
    expect(fields[3].total).toBe(0);
    expect(fields[2].at(3, 8)).toBe(3);
    expect(fields.map((field) => field.at(5, 2))).toEqual([1, 0, 0, 0, 1, 1]);
    session.close();
  });

  it("counts a spike halfway, at exactly 0.1245 s, twice", async () => {
    const session = await openSmallSession({
      presentations: presentations("gabors", 0.25, positions, 0),
      spikes: {1: [0.1245], 2: [0.1]}
    });
    expect((await fieldsOf(session)).map((field) => field.total)).toEqual([2, 1]);
    session.close();
  });

  it("with a position that was not shown has no region and no fit", async () => {
    const train = Array.from(linspace(0.51, 20, 400));
    const part = {x_position: positions.x_position.slice(1), y_position: positions.y_position.slice(1)};
    const session = await openSmallSession({presentations: presentations("gabors", 0.25, part), spikes: {1: train}});
    const metrics = await stimulusMetrics(session, "receptive_field_mapping");
    const [field] = metrics.objects() as Record<string, number | boolean>[];
    expect(field).toMatchObject({azimuth_rf: NAN, elevation_rf: NAN, area_rf: 0, width_rf: NAN, on_screen_rf: false});
    expect(field.p_value_rf).toBeGreaterThan(0);
    session.close();
  });

  it("finds no field of a unit with fewer than ten spikes", async () => {
    const session = await openSmallSession({presentations: gabors, spikes: SPIKES});
    const metrics = await stimulusMetrics(session, "receptive_field_mapping");
    for (const name of ["azimuth_rf", "elevation_rf", "width_rf", "height_rf", "area_rf", "p_value_rf"]) {
      expect(valuesOf(metrics, name), name).toEqual(new Array(6).fill(NAN));
    }
    expect(valuesOf(metrics, "on_screen_rf")).toEqual(new Array(6).fill(false));
    session.close();
  });

  it("puts a field where its unit fires: right and up are more degrees", async () => {
    // A unit that fires ever less with the distance from x = 0, y = 10 (azimuth 50, elevation 20), on each of 5 rounds.
    const rounds = [1, 2, 3, 4, 5];
    const [x, y] = [positions.x_position, positions.y_position].map((own) => rounds.flatMap(() => own));
    const train = x.flatMap((_, i) => {
      const squares = (x[i] ** 2 + (y[i] - 10) ** 2) / 100;
      const count = Math.round(60 * Math.exp(-squares / 4));
      return Array.from({length: count}, (_, k) => 0.5 + i * 0.25 + 0.01 + (0.2 * k) / 60);
    });
    const session = await openSmallSession({
      presentations: presentations("gabors", 0.25, {x_position: x, y_position: y}),
      spikes: {1: train}
    });
    const metrics = await stimulusMetrics(session, "receptive_field_mapping", {seed: 1});
    const [field] = metrics.objects() as Record<string, number | boolean>[];
    expect(field).toMatchObject({azimuth_rf: 50, elevation_rf: 20, p_value_rf: 0, on_screen_rf: true});
    expect(Math.abs(field.width_rf as number)).toBeCloseTo(10 * Math.SQRT2, 0);
    expect(Math.abs(field.height_rf as number)).toBeCloseTo(10 * Math.SQRT2, 0);
    session.close();
  });
});
