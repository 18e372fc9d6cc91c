// The mock sessions of AllenSDK's tests of its stimulus analysis, and what its rules say beyond them.
import type {ColumnTable} from "arquero";
import {describe, expect, it} from "vitest";
import {analyzedStimuli, stimulusMetrics, unitAnalysisMetrics} from "../../../lib/session/stimulus-metrics/index.js";
import {openSmallSession, type SmallSession} from "../small-session.js";
import {combinations, expectNear, NAN, presentations, SPIKES, valuesOf} from "./mock-session.js";

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
    await expect(stimulusMetrics(session, "natural_movies")).rejects.toThrow(
      "expected one of natural_movie_one, found none. Name one, and give the trialDuration"
    );
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
