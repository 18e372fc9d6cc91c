// The mock sessions of AllenSDK's tests of its stimulus analysis, and what its rules say beyond them.
import {describe, expect, it} from "vitest";
import {linspace} from "../../../lib/array/index.js";
import {stimulusMetrics} from "../../../lib/session/stimulus-metrics/index.js";
import {openSmallSession} from "../small-session.js";
import {combinations, expectNear, NAN, presentations, SPIKES, valuesOf} from "./mock-session.js";

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
