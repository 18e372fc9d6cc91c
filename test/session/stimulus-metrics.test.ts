// The mock sessions of AllenSDK's tests of its stimulus analysis, and what its rules say beyond them.
import type {ColumnTable} from "arquero";
import {describe, expect, it} from "vitest";
import {linspace} from "../../lib/array/index.js";
import {analyzedStimuli, stimulusMetrics, unitAnalysisMetrics} from "../../lib/session/stimulus-metrics/index.js";
import {positionGrid, receptiveField} from "../../lib/session/stimulus-metrics/position-grid.js";
import {recordingOf} from "../../lib/session/stimulus-metrics/stimulus-recording.js";
import {UnitResponses} from "../../lib/session/stimulus-metrics/unit-responses.js";
import {openSmallSession, type SmallSession} from "./small-session.js";

const NAN = Number.NaN;

const SPIKES: Record<number, number[]> = {
  0: [1, 2, 3, 4],
  1: [2.5],
  2: [1.01, 1.02, 1.03],
  3: [],
  4: [0.01, 1.7, 2.13, 3.19, 4.25],
  5: [1.5, 3, 4.5]
};

/** A table of presentations, one after the other from 0.5 s on. */
function presentations(name: string, duration: number, parameters: Record<string, number[]>, from = 0.5) {
  const count = Object.values(parameters)[0].length;
  const start_time = Array.from({length: count}, (_, i) => from + i * duration);
  const stop_time = start_time.map((start) => start + duration);
  return {[name]: {start_time, stop_time, stimulus_name: new Array<string>(count).fill(name), ...parameters}};
}

/** Every combination of the values of parameters, the last of which varies fastest. */
function combinations(parameters: Record<string, number[]>): Record<string, number[]> {
  const [[name, values], ...rest] = Object.entries(parameters);
  if (rest.length === 0) return {[name]: values};
  const others = combinations(Object.fromEntries(rest));
  const count = Object.values(others)[0].length;
  return {
    [name]: values.flatMap((value) => new Array<number>(count).fill(value)),
    ...Object.fromEntries(Object.entries(others).map(([other, own]) => [other, values.flatMap(() => own)]))
  };
}

const valuesOf = (table: ColumnTable, name: string) => Array.from(table.array(name) as ArrayLike<unknown>);

function expectNear(actual: unknown[], expected: number[], digits: number): void {
  expect(actual).toEqual(expected.map((value) => (Number.isNaN(value) ? NAN : expect.closeTo(value, digits))));
}

describe("drifting gratings", () => {
  const gratings = presentations(
    "drifting_gratings",
    2,
    combinations({orientation: [0, 45, 90, 135, 180, 225, 270, 315], temporal_frequency: [1, 2, 4, 8, 15]})
  );
  const spikes = {
    ...SPIKES,
    4: [...SPIKES[4], 46.4, 48.7, 54.2, 80.3, 85.4, 85.44, 85.47],
    5: [...SPIKES[5], ...linspace(85, 89, 20)]
  };

  it("of AllenSDK's mock session have its metrics", async () => {
    const session = await openSmallSession({presentations: gratings, spikes});
    const metrics = await stimulusMetrics(session, "drifting_gratings");
    expect(metrics.columnNames()).toEqual(
      "unit_id pref_ori_dg pref_ori_multi_dg pref_tf_dg pref_tf_multi_dg c50_dg f1_f0_dg mod_idx_dg g_osi_dg g_dsi_dg firing_rate_dg fano_dg lifetime_sparseness_dg run_pval_dg run_mod_dg".split(
        " "
      )
    );
    expect(valuesOf(metrics, "pref_ori_dg")).toEqual([0, 0, 0, 0, 0, 0]);
    expect(valuesOf(metrics, "pref_tf_dg").filter((_, unit) => unit === 0 || unit === 5)).toEqual([1, 2]);
    expect(valuesOf(metrics, "c50_dg")).toEqual(new Array(6).fill(NAN));
    // The spikes of unit 2 are out of order there; here they ascend.
    const f1F0 = valuesOf(metrics, "f1_f0_dg").filter((_, unit) => unit !== 2);
    expectNear(f1F0, [0.001572, NAN, NAN, 1.560436, 1.999978], 6);
    const [osi, dsi] = ["g_osi_dg", "g_dsi_dg"].map((name) => valuesOf(metrics, name));
    expectNear(
      [0, 3, 4, 5].map((unit) => osi[unit]),
      [1, NAN, 0.745356, 1],
      6
    );
    expectNear(
      [0, 3, 4, 5].map((unit) => dsi[unit]),
      [1, NAN, 0.491209, 1],
      6
    );
    // Without a running wheel nothing is known of running.
    expect(valuesOf(metrics, "run_mod_dg")).toEqual(new Array(6).fill(NAN));
    session.close();
  });

  it("of several contrasts give a c50 at the preferred orientation, where they were shown at it", async () => {
    const contrasts = [0.01, 0.02, 0.04, 0.08, 0.13, 0.2, 0.35, 0.6, 1];
    const contrastGratings = presentations(
      "drifting_gratings_contrast",
      2,
      combinations({orientation: [0, 45], contrast: contrasts}),
      100
    );
    // Twelve more spikes with each contrast, of the gratings at 0 degrees; the second unit prefers 180 degrees.
    const growing = contrasts.flatMap((_, i) => Array.from(linspace(100.1 + 2 * i, 101.9 + 2 * i, 3 * i)));
    const session = await openSmallSession({
      presentations: {...gratings, ...contrastGratings},
      spikes: {1: [1, 2, ...growing], 2: [41, 42, ...growing]}
    });
    const metrics = await stimulusMetrics(session, "drifting_gratings");
    expect(valuesOf(metrics, "pref_ori_dg")).toEqual([0, 180]);
    // Of a response that grows by the same with each contrast, AllenSDK's test has this c50.
    expectNear(valuesOf(metrics, "c50_dg"), [0.1330745098039216, NAN], 12);
    session.close();
  });

  it("that show nothing are not preferred", async () => {
    const session = await openSmallSession({
      presentations: presentations("drifting_gratings", 2, {
        orientation: [NAN, 0, 90],
        temporal_frequency: [NAN, 4, 4]
      }),
      spikes: {1: [1, 1.1, 1.2, 1.3, 5], 2: [1]}
    });
    const metrics = await stimulusMetrics(session, "drifting_gratings");
    expect(valuesOf(metrics, "pref_ori_dg")).toEqual([90, 0]);
    expect(valuesOf(metrics, "lifetime_sparseness_dg")).toEqual([1, NAN]);
    session.close();
  });
});

describe("static gratings", () => {
  const shown = presentations(
    "static_gratings",
    0.25,
    combinations({
      orientation: [0, 30, 60, 90, 120, 150],
      spatial_frequency: [0.02, 0.04, 0.08, 0.16, 0.32],
      phase: [0, 0.25, 0.5, 0.75]
    })
  );

  it("of AllenSDK's mock session have its preferences", async () => {
    const session = await openSmallSession({presentations: shown, spikes: SPIKES});
    const metrics = await stimulusMetrics(session, "static_gratings");
    const ofUnits = (name: string, units: number[]) => units.map((unit) => valuesOf(metrics, name)[unit]);
    expect(ofUnits("pref_sf_sg", [0, 2, 4])).toEqual([0.02, 0.02, 0.04]);
    expect(ofUnits("pref_ori_sg", [0, 2, 4])).toEqual([0, 0, 0]);
    expect(ofUnits("pref_phase_sg", [0, 1, 2, 3])).toEqual([0.25, 0.75, 0.5, 0]);
    session.close();
  });

  it("of which an orientation was not shown at the preferred phase have no selectivity", async () => {
    const columns = Object.fromEntries(
      Object.entries(shown.static_gratings).map(([name, values]) => [name, values.slice(0, -1)])
    ) as Record<string, number[]>;
    const session = await openSmallSession({
      presentations: {static_gratings: columns},
      spikes: {1: [30.3], 2: [30.1, 30.12]}
    });
    // The last of all, 0.32 cycles per degree at phase 0.75 and 150 degrees, is missing.
    const metrics = await stimulusMetrics(session, "static_gratings");
    expect(valuesOf(metrics, "g_osi_sg")).toEqual([NAN, expect.closeTo(1, 12)]);
    session.close();
  });
});

describe("natural scenes", () => {
  it("prefer a condition, which is not the number of the image", async () => {
    const session = await openSmallSession({
      presentations: {
        ...presentations("spontaneous", 0.5, {opacity: [NAN]}, 0),
        ...presentations("natural_scenes", 0.25, {frame: [-1, 40, 41, 42, 40, 41, 42]})
      },
      spikes: {1: [0.6, 0.61, 0.62, 1.1, 1.85, 1.9], 2: []}
    });
    const metrics = await stimulusMetrics(session, "natural_scenes");
    // Conditions: 0 spontaneous, 1 blank, 2 to 4 the images 40 to 42.
    expect(valuesOf(metrics, "pref_image_ns")).toEqual([3, 2]);
    expect(valuesOf(metrics, "pref_images_multi_ns")).toEqual([false, true]);
    session.close();
  });
});

describe("flashes", () => {
  const color = [1, -1, -1, 1, 1, -1, 1, 1, -1, -1, 1, -1, 1, -1, -1, 1];

  it("of AllenSDK's mock session have its metrics", async () => {
    const session = await openSmallSession({presentations: presentations("flashes", 0.25, {color}), spikes: SPIKES});
    const metrics = await stimulusMetrics(session, "flashes");
    expect(valuesOf(metrics, "on_off_ratio_fl")).toEqual([0, NAN, 0, NAN, 3, 2]);
    const sustained = valuesOf(metrics, "sustained_idx_fl").filter((_, unit) => unit !== 2);
    expectNear(sustained, [0.00401606, NAN, NAN, 0.02811245, 0.00401606], 8);
    session.close();
  });

  it("of light only have no ratio of on to off", async () => {
    const session = await openSmallSession({
      presentations: presentations("flashes", 0.25, {color: [1, 1, 1]}),
      spikes: {1: [0.6, 1.1]}
    });
    const metrics = await stimulusMetrics(session, "flashes");
    expect(valuesOf(metrics, "on_off_ratio_fl")).toEqual([NAN]);
    expect(valuesOf(metrics, "lifetime_sparseness_fl")).toEqual([NAN]);
    session.close();
  });
});

describe("moving dots", () => {
  const shown = combinations({Speed: [0.001, 0.005, 0.01, 0.02], Dir: [0, 45, 90, 135, 180, 225, 270, 315]});
  const dots = presentations("dot_motion", 1, {Speed: [...shown.Speed, NAN], Dir: [...shown.Dir, NAN]});

  it("of AllenSDK's mock session have its preferences", async () => {
    const session = await openSmallSession({presentations: dots, spikes: SPIKES});
    const metrics = await stimulusMetrics(session, "dot_motion");
    expect(metrics.columnNames()).toHaveLength(11);
    const ofUnits = (name: string, units: number[]) => units.map((unit) => valuesOf(metrics, name)[unit]);
    expect(ofUnits("pref_speed_dm", [0, 5])).toEqual([0.001, 0.001]);
    expect(ofUnits("pref_dir_dm", [0, 4])).toEqual([0, 45]);
    expect(ofUnits("pref_speed_multi_dm", [0, 3])).toEqual([false, true]);
    expect(ofUnits("firing_rate_dm", [0, 3])).toEqual([4 / 33, 0]);
    session.close();
  });

  it("that do not move can be preferred, as AllenSDK has no blank among dots", async () => {
    const session = await openSmallSession({presentations: dots, spikes: {1: [33, 33.1]}});
    const metrics = await stimulusMetrics(session, "dot_motion");
    expect(valuesOf(metrics, "fano_dm")).toEqual([0]);
    expect(valuesOf(metrics, "time_to_peak_dm")[0]).toBeCloseTo(0.4995, 10);
    session.close();
  });
});

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

describe("natural movies", () => {
  const movie = presentations("natural_movie_one", 0.5, {frame: [0, 1, 2, 0, 1, 2]});

  it("are analyzed when they are named and their frames have a duration", async () => {
    const session = await openSmallSession({presentations: movie, spikes: {1: [0.6, 1.1, 1.2, 2.7]}});
    const options = {stimulusNames: "natural_movie_one", trialDuration: 0.5};
    const metrics = await stimulusMetrics(session, "natural_movies", options);
    expect(metrics.columnNames()).toEqual([
      "unit_id",
      "fano_nm",
      "firing_rate_nm",
      "lifetime_sparseness_nm",
      "run_pval_nm",
      "run_mod_nm"
    ]);
    expect(valuesOf(metrics, "firing_rate_nm")).toEqual([4 / 3]);
    expect(valuesOf(metrics, "fano_nm")).toEqual([0.25 / 1.5]);
    session.close();
  });

  it("ask for what is missing", async () => {
    const session = await openSmallSession({presentations: movie, spikes: {1: [0.6]}});
    await expect(stimulusMetrics(session, "natural_movies")).rejects.toMatchObject({path: "stimulusNames"});
    await expect(
      stimulusMetrics(session, "natural_movies", {stimulusNames: "natural_movie_one"})
    ).rejects.toMatchObject({tag: "wrong-argument", path: "trialDuration"});
    session.close();
  });
});

describe("metrics of a session", () => {
  const small: SmallSession = {
    presentations: {
      ...presentations("flash_250ms", 0.25, {color: [1, -1, 1, -1]}),
      ...presentations("gabor_20_deg_250ms", 0.25, {x_position: [0, 10, 20], y_position: [0, 0, 0]}, 10)
    },
    spikes: {3: [0.6, 0.9, 10.1], 1: [0.8], 2: []}
  };

  it("are of all its stimuli, in one table", async () => {
    const session = await openSmallSession(small);
    expect(await analyzedStimuli(session)).toEqual(["flashes", "receptive_field_mapping"]);
    const metrics = await unitAnalysisMetrics(session);
    expect(metrics.columnNames()).toHaveLength(1 + 8 + 13);
    const units = await session.units();
    expect(valuesOf(metrics, "unit_id")).toEqual(valuesOf(units, "unit_id"));
    session.close();
  });

  it("have the 45 columns of functional connectivity for its stimuli", async () => {
    const session = await openSmallSession({
      presentations: {
        ...small.presentations,
        ...presentations("drifting_gratings_75_repeats", 2, {orientation: [0, 90], temporal_frequency: [2, 2]}, 20),
        ...presentations("dot_motion", 1, {Dir: [0, 90], Speed: [0.01, 0.02]}, 30)
      },
      spikes: small.spikes
    });
    const metrics = await unitAnalysisMetrics(session);
    expect(metrics.columnNames()).toHaveLength(1 + 45);
    session.close();
  });

  it("are of the units asked for, in their order", async () => {
    const session = await openSmallSession(small);
    const all = await stimulusMetrics(session, "flashes");
    const some = await stimulusMetrics(session, "flashes", {unitIds: [3, 1]});
    expect(valuesOf(some, "unit_id")).toEqual([3, 1]);
    const rateOf = (table: ColumnTable, id: number) =>
      valuesOf(table, "firing_rate_fl")[valuesOf(table, "unit_id").indexOf(id)];
    for (const id of [3, 1]) expect(rateOf(some, id)).toBe(rateOf(all, id));
    await expect(stimulusMetrics(session, "flashes", {unitIds: [99]})).rejects.toMatchObject({tag: "unknown-id"});
    session.close();
  });

  it("leave invalid presentations out", async () => {
    const session = await openSmallSession({
      ...small,
      invalidTimes: [{start: 0.55, stop: 0.6, tags: ["EcephysSession", "1", "stimulus"]}]
    });
    const metrics = await stimulusMetrics(session, "flashes", {unitIds: [3]});
    // The first flash, a light one with a spike, is invalid: one spike of a dark flash in 0.75 s is left.
    expect(valuesOf(metrics, "on_off_ratio_fl")).toEqual([0]);
    expect(valuesOf(metrics, "firing_rate_fl")).toEqual([1 / 0.75]);
    session.close();
  });

  it("say what the session shows, if not the stimulus", async () => {
    const session = await openSmallSession(small);
    await expect(stimulusMetrics(session, "dot_motion")).rejects.toMatchObject({
      tag: "wrong-argument",
      found: "flashes, gabors"
    });
    session.close();
  });

  it("end when they are told to", async () => {
    const session = await openSmallSession(small);
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(stimulusMetrics(session, "flashes", {signal})).rejects.toThrow("enough");
    await expect(unitAnalysisMetrics(session, {signal})).rejects.toThrow("enough");
    session.close();
  });
});
