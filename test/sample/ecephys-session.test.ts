import {readFileSync} from "node:fs";
import {join} from "node:path";
import {fromCSV} from "arquero";
import {beforeAll, describe, expect, it} from "vitest";
import {EcephysSession} from "../../lib/index.js";
import {column, type SampleSession, sampleSession} from "./sample-session.js";

describe("the sample, opened as a session", () => {
  let sample: SampleSession;
  let session: EcephysSession;
  beforeAll(async () => {
    sample = await sampleSession();
    const channelColumns = fromCSV(readFileSync(join(sample.directory, "channels.csv"), "utf8"));
    session = await EcephysSession.fromNwb(sample.nwbPath, {channelColumns});
  });

  it("gives the units that pass the default filters", async () => {
    const units = await session.units();
    const expected = sample.units.filter(({passesFilters}) => passesFilters).map(({id}) => id);
    expect([...(units.array("unit_id") as number[])].sort()).toEqual(expected.sort());
  });

  it("gives each unit its structure and its spikes", async () => {
    const units = await session.units();
    const [ids, structures] = [units.array("unit_id"), units.array("ecephys_structure_acronym")];
    const spikes = await session.spikeTimes();
    const byId = new Map(sample.units.map((unit) => [unit.id, unit]));
    for (let i = 0; i < units.numRows(); i++) {
      const unit = byId.get(ids[i] as number)!;
      expect(structures[i]).toBe(unit.truth.structure);
      const found = spikes.get(unit.id)!;
      expect(found.length).toBe(unit.spikes.length);
      expect(found.every((time, j) => time === unit.spikes[j])).toBe(true);
    }
  });

  it("gives every presentation, those in invalid times under that name", async () => {
    const presentations = await session.stimulusPresentations();
    expect(presentations.numRows()).toBe(column(sample.file, "/processing/stimulus/timestamps/data").length);
    const names = presentations.array("stimulus_name") as string[];
    expect(names.filter((name) => name === "invalid_presentation").length).toBeGreaterThan(8);
    expect(names.filter((name) => name === "flashes").length).toBeGreaterThan(58);
    expect(new Set(names).size).toBe(9);
  });

  it("gives its six probes and the valid channels", async () => {
    expect((await session.probes()).numRows()).toBe(6);
    expect((await session.channels()).numRows()).toBe(6 * 384 - 18);
    expect((await session.invalidTimes()).numRows()).toBe(3);
  });
});
