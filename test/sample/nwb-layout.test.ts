import {closeSync, openSync, readFileSync, readSync} from "node:fs";
import {join} from "node:path";
import {type Dataset, type Group, type Reference, ready} from "h5wasm/node";
import {beforeAll, describe, expect, it} from "vitest";
import {column, type SampleSession, sampleSession} from "./sample-session.js";

const attribute = (object: unknown, name: string) => (object as Group).attrs[name]?.value;

describe("the sample's NWB file", () => {
  let session: SampleSession;
  beforeAll(async () => {
    session = await sampleSession();
  });
  const at = (path: string) => session.file.get(path) as Group & Dataset;
  const values = (path: string) => column(session.file, path);

  it("is an NWB 2.2.2 file with HDF5's oldest superblock, as the published ones are", () => {
    const descriptor = openSync(session.nwbPath, "r");
    const head = new Uint8Array(9);
    readSync(descriptor, head, 0, 9, 0);
    closeSync(descriptor);
    expect([...head]).toEqual([0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
    expect(attribute(session.file, "nwb_version")).toBe("2.2.2");
    expect(attribute(session.file, "neurodata_type")).toBe("NWBFile");
  });

  it("says that it is synthetic, and has an id that no published session has", () => {
    expect(at("/identifier").value).toBe("700000001");
    for (const path of ["/session_description", "/general/institution", "/general/subject/genotype"]) {
      expect(String(at(path).value).toLowerCase()).toContain("synthetic");
    }
    expect(at("/session_start_time").value).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d$/);
  });

  it("gives every typed object a namespace and its own object id", () => {
    const ids: string[] = [];
    for (const path of session.file.paths()) {
      const object = at(path);
      if (attribute(object, "neurodata_type") === undefined) continue;
      if (path.endsWith("/device")) continue; // a soft link to an object already seen
      expect(["core", "hdmf-common", "ndx-aibs-ecephys"]).toContain(attribute(object, "namespace"));
      expect(attribute(object, "object_id")).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
      );
      ids.push(String(attribute(object, "object_id")));
    }
    expect(ids.length).toBeGreaterThan(150);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("has for every column of every table as many values as the table has rows", () => {
    const tables = session.file.paths().filter((path) => attribute(at(path), "colnames") !== undefined);
    expect(tables).toHaveLength(15);
    for (const table of tables) {
      const rows = at(`${table}/id`).shape![0];
      for (const name of attribute(at(table), "colnames") as string[]) {
        const ragged = at(table).keys().includes(`${name}_index`);
        expect(at(`${table}/${name}${ragged ? "_index" : ""}`).shape, `${table}/${name}`).toEqual([rows]);
        expect(attribute(at(`${table}/${name}`), "neurodata_type")).toBe("VectorData");
        if (!ragged) continue;
        const ends = values(`${table}/${name}_index`) as number[];
        expect(ends[rows - 1]).toBe(at(`${table}/${name}`).shape![0]);
        const target = (attribute(at(`${table}/${name}_index`), "target") as Reference[])[0];
        expect(session.file.dereference(target)).toMatchObject({path: `/${table}/${name}`.replace("//", "/")});
      }
    }
  });

  it("points from each presentation to its entry of the stimulus time series", () => {
    // h5wasm does not decode the third member, the reference to the series.
    const rows = at("/intervals/flashes_presentations/timeseries").value as unknown as [number, number][];
    const starts = values("/intervals/flashes_presentations/start_time");
    const times = values("/processing/stimulus/timestamps/timestamps");
    for (const [i, [entry, count]] of rows.entries()) expect([times[entry], count]).toEqual([starts[i], 1]);
  });

  it("describes what it has, and has the intervals of each table in their order", () => {
    for (const path of session.file.paths()) {
      expect(attribute(at(path), "description"), path).not.toBe("no description");
      if (!path.endsWith("/start_time")) continue;
      const starts = values(path) as number[];
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
    }
  });

  it("stores truths as NWB does, as an enumeration of FALSE and TRUE", () => {
    const valid = at("/general/extracellular_ephys/electrodes/valid_data");
    expect(valid.metadata.enum_type?.members).toEqual({FALSE: 0, TRUE: 1});
    expect(valid.metadata.size).toBe(1);
    expect(values("/general/extracellular_ephys/electrodes/valid_data").filter((value) => value === false).length).toBe(
      18
    );
    const flag = at("/general/extracellular_ephys/probeA").attrs.has_lfp_data;
    expect(flag.metadata.enum_type?.members).toEqual({FALSE: 0, TRUE: 1});
  });

  it("has six Neuropixels probes of 384 channels through six visual areas and what lies below them", () => {
    const table = "/general/extracellular_ephys/electrodes";
    const [probe, location, vertical, horizontal, number] = [
      ...["group_name", "location", "probe_vertical_position", "probe_horizontal_position", "local_index"]
    ].map((name) => values(`${table}/${name}`));
    const structures = new Map<unknown, Set<unknown>>();
    probe.forEach((name, i) => {
      structures.set(name, (structures.get(name) ?? new Set()).add(location[i]));
      expect(vertical[i]).toBe(20 * (Math.floor((number[i] as number) / 2) + 1));
      expect(horizontal[i]).toBe([43, 11, 59, 27][(number[i] as number) % 4]);
    });
    expect(probe).toHaveLength(6 * 384);
    const visual = ["VISam", "VISpm", "VISp", "VISl", "VISal", "VISrl"];
    [..."ABCDEF"].forEach((letter, i) => {
      const found = structures.get(`probe${letter}`)!;
      for (const structure of [visual[i], "CA1", "DG", ""]) expect(found.has(structure)).toBe(true);
      expect(["LGd", "LP", "APN"].some((structure) => found.has(structure))).toBe(true);
    });
    expect(values(`${table}/id`)).not.toEqual([...values(`${table}/id`)].sort());
  });

  it("has about 400 units on channels of the table, of which about 250 pass the default filters", () => {
    expect(session.units.length).toBeGreaterThan(370);
    expect(session.units.length).toBeLessThan(430);
    const passing = session.units.filter(({passesFilters}) => passesFilters).length;
    expect(passing).toBeGreaterThan(225);
    expect(passing).toBeLessThan(275);
    const channels = new Set(values("/general/extracellular_ephys/electrodes/id"));
    expect(values("/units/peak_channel_id").every((id) => channels.has(id))).toBe(true);
    expect(session.units.some(({truth}) => truth.structure === null)).toBe(true);
  });

  it("states the rates and ISI violations that the spikes have", () => {
    const [start, stop] = session.truth.recording;
    const [rates, violations] = ["firing_rate", "isi_violations"].map((name) => values(`/units/${name}`) as number[]);
    session.units.forEach(({spikes, truth}, i) => {
      expect(rates[i]).toBeCloseTo(spikes.length / (stop - start), 9);
      if (truth.contamination === 0) expect(violations[i]).toBe(0);
    });
    expect(Math.max(...violations)).toBeGreaterThan(0.5);
  });

  it("marks stretches of stimulus and of a probe as invalid, with three tags each", () => {
    expect(values("/intervals/invalid_times/tags")).toEqual([
      ...["EcephysProbe", "700001005", "probeE"],
      ...["EcephysSession", "700000001", "stimulus"],
      ...["EcephysSession", "700000001", "stimulus"]
    ]);
    expect(values("/intervals/invalid_times/tags_index")).toEqual([3, 6, 9]);
  });

  it("embeds the extension's schema under the version that its types belong to", () => {
    const path = "/specifications/ndx-aibs-ecephys/0.2.0";
    const schema = JSON.parse(String(at(`${path}/ndx-aibs-ecephys.extension`).value));
    const types = schema.groups.map((group: {neurodata_type_def: string}) => group.neurodata_type_def);
    expect(types).toContain("EcephysProbe");
    expect(JSON.parse(String(at(`${path}/namespace`).value)).namespaces[0].version).toBe("0.2.0");
  });
});

describe("the tables beside the NWB file", () => {
  let session: SampleSession;
  beforeAll(async () => {
    await ready;
    session = await sampleSession();
  });
  const table = (name: string) => {
    const [header, ...rows] = readFileSync(join(session.directory, name), "utf8").trimEnd().split("\n");
    return rows.map((row) => Object.fromEntries(row.split(",").map((value, i) => [header.split(",")[i], value])));
  };

  it("list the session that has files first, with its six probes, its valid channels and all its units", () => {
    const [own] = table("sessions.csv");
    expect([own.id, own.has_nwb]).toEqual(["700000001", "True"]);
    expect(own.genotype).toMatch(/^synthetic Pvalb/);
    const probes = table("probes.csv").filter((row) => row.ecephys_session_id === "700000001");
    expect(probes.map(({name}) => name)).toEqual([..."ABCDEF"].map((letter) => `probe${letter}`));
    expect(probes.map((row) => row.has_lfp_data)).toEqual([...["False", "False", "True", "False", "True", "False"]]);
    const ids = new Set(probes.map(({id}) => id));
    const channels = table("channels.csv").filter((row) => ids.has(row.ecephys_probe_id));
    expect(channels).toHaveLength(6 * 384 - 18);
    const unitIds = new Set(session.units.map(({id}) => String(id)));
    expect(table("units.csv").filter((row) => unitIds.has(row.id))).toHaveLength(session.units.length);
  });

  it("list nineteen more sessions of which there are tables alone, with ids of their own", () => {
    const sessions = table("sessions.csv").slice(1);
    expect(sessions).toHaveLength(19);
    expect(sessions.every((row) => row.has_nwb === "False" && row.genotype.startsWith("synthetic"))).toBe(true);
    for (const name of ["sessions.csv", "probes.csv", "channels.csv", "units.csv"]) {
      const ids = table(name).map(({id}) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.every((id) => /^700\d{6}$/.test(id))).toBe(true);
    }
    const probes = new Map(table("probes.csv").map((row) => [row.id, row.ecephys_session_id]));
    expect(new Set(probes.values()).size).toBe(20);
    const channels = new Set(table("channels.csv").map((row) => row.id));
    // clusters on channels that are not valid are listed too
    const placed = table("units.csv").filter((row) => channels.has(row.ecephys_channel_id));
    expect(placed.length / table("units.csv").length).toBeGreaterThan(0.98);
  });

  it("give each channel its structure's id in the Common Coordinate Framework", () => {
    const ids = new Map(
      table("channels.csv").map((row) => [row.ecephys_structure_acronym, Number(row.ecephys_structure_id)])
    );
    expect(Object.fromEntries(ids)).toEqual({
      ...{VISp: 385, VISl: 409, VISal: 402, VISrl: 417, VISam: 394, VISpm: 533},
      ...{CA1: 382, DG: 726, LGd: 170, LP: 218, APN: 215, grey: 8, "": 0}
    });
  });

  it("are named by a manifest of version 0.3.0", () => {
    const {manifest} = JSON.parse(readFileSync(join(session.directory, "manifest.json"), "utf8"));
    expect(manifest[0]).toEqual({type: "manifest_version", value: "0.3.0"});
    expect(manifest.find(({key}: {key?: string}) => key === "session_nwb").spec).toBe("session_%d.nwb");
  });
});
