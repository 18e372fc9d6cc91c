import {describe, expect, it} from "vitest";
import {EcephysSession} from "../../lib/index.js";
import {distinct, expectedValue, expectTable} from "./compare.js";
import {goldenSessions, hasShared, loadGolden, openGolden, type Recorded, real, sessionOptions} from "./golden.js";

describe.each(goldenSessions)("tables of $name equal AllenSDK's", (golden) => {
  for (const kind of ["units", "channels", "probes"] as const) {
    it.each<Recorded>(loadGolden(golden, kind).variants)(`${kind} ($name)`, async ({kwargs, table}) => {
      const session = await openGolden(golden, sessionOptions(kwargs));
      expectTable(await session[kind](), table);
      session.close();
    });
  }

  it("invalid times", async () => {
    const session = await openGolden(golden);
    expectTable(await session.invalidTimes(), loadGolden(golden, "invalid_times"));
    session.close();
  });

  it("the session's id and start", async () => {
    const session = await openGolden(golden);
    const {ecephys_session_id, session_start_time} = loadGolden(golden, "metadata");
    expect(session.ecephysSessionId).toBe(ecephys_session_id);
    expect(session.sessionStartTime).toBe(session_start_time);
    session.close();
  });

  it("units and channels from the file alone", async () => {
    const {kwargs, units, channels, units_unfiltered, channels_unfiltered} = loadGolden(golden, "from_nwb_path");
    const filtered = await EcephysSession.fromNwb(golden.nwb);
    expectTable(await filtered.units(), units);
    expectTable(await filtered.channels(), channels);
    const unfiltered = await EcephysSession.fromNwb(golden.nwb, sessionOptions(kwargs));
    expectTable(await unfiltered.units(), units_unfiltered);
    expectTable(await unfiltered.channels(), channels_unfiltered);
    filtered.close();
    unfiltered.close();
  });
});

describe.skipIf(!hasShared)(`tables of ${real.name} equal AllenSDK's (needs ../shared)`, () => {
  const unfiltered = {
    amplitudeCutoffMaximum: null,
    presenceRatioMinimum: null,
    isiViolationsMaximum: null,
    filterByValidity: false,
    filterOutOfBrainUnits: false
  };

  it.each(["units", "channels", "probes"] as const)("%s", async (kind) => {
    const recorded = loadGolden(real, kind);
    const session = await EcephysSession.fromNwb(real.nwb, unfiltered);
    expectTable(await session[kind](), recorded.unfiltered?.table ?? recorded.unfiltered ?? recorded);
    session.close();
    if (!recorded.default?.table) return;
    const filtered = await EcephysSession.fromNwb(real.nwb);
    expectTable(await filtered[kind](), recorded.default.table);
    filtered.close();
  });

  it("presentations, conditions, epochs, names and parameter values", async () => {
    const session = await EcephysSession.fromNwb(real.nwb);
    expectTable(await session.stimulusPresentations(), loadGolden(real, "stimulus_presentations"));
    expectTable(await session.stimulusConditions(), loadGolden(real, "stimulus_conditions"));
    const {names, epochs} = loadGolden(real, "stimulus_epochs");
    expect(await session.stimulusNames()).toEqual(names);
    expectTable(await session.stimulusEpochs(), epochs);
    const values = loadGolden(real, "parameter_values") as Record<string, Recorded[]>;
    const own = await session.stimulusParameterValues();
    expect(Object.keys(own).sort()).toEqual(Object.keys(values).sort());
    for (const name of Object.keys(values)) expect(own[name]).toEqual(distinct(values[name].map(expectedValue)));
    session.close();
  });
});
