import {describe, expect, it} from "vitest";
import {distinct, expectedValue, expectTable} from "./compare.js";
import {goldenSessions, loadGolden, openGolden, type Recorded} from "./golden.js";

describe.each(goldenSessions)("stimuli of $name equal AllenSDK's", (golden) => {
  it("presentations", async () => {
    const session = await openGolden(golden);
    expectTable(await session.stimulusPresentations(), loadGolden(golden, "stimulus_presentations"));
    session.close();
  });

  it("conditions", async () => {
    const session = await openGolden(golden);
    expectTable(await session.stimulusConditions(), loadGolden(golden, "stimulus_conditions"));
    session.close();
  });

  it("names and epochs, also with a threshold and with none", async () => {
    const {stimulus_names, default: unfiltered, spontaneous_10, none} = loadGolden(golden, "stimulus_epochs");
    const session = await openGolden(golden);
    expect(await session.stimulusNames()).toEqual(stimulus_names);
    expectTable(await session.stimulusEpochs(), unfiltered);
    expectTable(await session.stimulusEpochs({spontaneous: 10}), spontaneous_10);
    expectTable(await session.stimulusEpochs({}), none);
    session.close();
  });

  it("the table of each stimulus, with and without detailed and unused parameters", async () => {
    const session = await openGolden(golden);
    for (const [key, recorded] of Object.entries<Recorded>(loadGolden(golden, "stimulus_table"))) {
      const [name, detailed, unused] = key.split("|");
      const table = await session.stimulusTable(name, {
        includeDetailedParameters: detailed.endsWith("True"),
        includeUnusedParameters: unused.endsWith("True")
      });
      const [rows, columns] = recorded.shape;
      expect([table.numRows(), Math.max(0, table.numCols() - 1)], key).toEqual([rows, columns]);
      if (rows === 0) continue;
      const ids = table.array("stimulus_presentation_id") as Int32Array;
      expect([ids[0], ids[rows - 1]], key).toEqual([recorded.first_id, recorded.last_id]);
      expectTable(table.slice(0, recorded.head.shape[0]).reify(), recorded.head);
    }
    session.close();
  });

  it("the values of each parameter, of the session and of each stimulus", async () => {
    const {all, all_keep_nulls, by_stimulus} = loadGolden(golden, "parameter_values");
    const session = await openGolden(golden);
    expectValues(await session.stimulusParameterValues(), all);
    expectValues(await session.stimulusParameterValues(null, {dropNulls: false}), all_keep_nulls);
    for (const [name, {drop_nulls, keep_nulls}] of Object.entries<Recorded>(by_stimulus)) {
      const ids = (await session.stimulusTable(name)).array("stimulus_presentation_id") as Int32Array;
      expectValues(await session.stimulusParameterValues(ids), drop_nulls);
      expectValues(await session.stimulusParameterValues(ids, {dropNulls: false}), keep_nulls);
    }
    session.close();
  });
});

function expectValues(actual: Record<string, unknown[]>, recorded: Record<string, Recorded[]>): void {
  expect(Object.keys(actual).sort()).toEqual(Object.keys(recorded).sort());
  for (const [name, values] of Object.entries(recorded)) {
    expect(actual[name], name).toEqual(distinct(values.map(expectedValue)));
  }
}
