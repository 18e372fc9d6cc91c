// What verify:published compares, and that it would say so if a number were another.
import {mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {agrees, outcomeOf, type Printed} from "../../../lib/commands/verify-published/check.js";
import {decodingChecks} from "../../../lib/commands/verify-published/decoding-checks.js";
import {projectChecks} from "../../../lib/commands/verify-published/project-checks.js";
import {tutorialChecks} from "../../../lib/commands/verify-published/tutorial-checks.js";
import {EcephysProjectCache} from "../../../lib/project/index.js";
import {temporaryDirectory} from "../../nwb/write-hdf5.js";
import {goldenSessions} from "../../parity/golden.js";
import {csvText, type Row, row, type Tables} from "../../project/tables/write-cache.js";

describe("a printed number", () => {
  it.each<[Printed, unknown]>([
    ["1.911839", 1.9118394999],
    ["24.429348", 24.4293476],
    ["1.1895e-05", 1.18949999e-5],
    ["-15929.946206", -15929.9462064],
    [684, 684],
    ["2018-10-26T12:59:18-07:00", "2018-10-26T12:59:18-07:00"],
    [null, Number.NaN],
    [
      ["0.4142857", null, "APN"],
      [0.41428571428, null, "APN"]
    ],
    [[1, 2], Float64Array.of(1, 2)]
  ])("%j is agreed with by what rounds to it: %j", (printed, found) => {
    expect(agrees(printed, found)).toBe(true);
  });

  it.each<[Printed, unknown]>([
    ["1.911839", 1.911838],
    ["1.911839", 1.9118396],
    ["0.4142857", 0.4142859],
    [684, 684.001],
    [684, "684"],
    ["APN", null],
    [null, 0],
    [[1, 2], [1]],
    [[1, 2], undefined],
    ["5", undefined]
  ])("%j is not agreed with by another: %j", (printed, found) => {
    expect(agrees(printed, found)).toBe(false);
  });
});

describe("the tables over all sessions", {timeout: 120_000}, () => {
  let planted: string;
  beforeAll(() => {
    planted = plantedProject();
  }, 120_000);

  it("agree where a project holds what was published, number by number", async () => {
    const cache = await EcephysProjectCache.open({directory: planted});
    const outcomes = await Promise.all(projectChecks(cache).map(outcomeOf));
    expect(outcomes.filter((outcome) => !outcome.agrees)).toEqual([]);
  });

  it("differ where a single unit is gone, in every number that counts it", async () => {
    const units = readFileSync(join(planted, "units.csv"), "utf8");
    writeFileSync(join(planted, "units.csv"), units.replace(/\n2000000,.*/, "")); // the first unit of probe 729445648
    const cache = await EcephysProjectCache.open({directory: planted});
    const outcomes = await Promise.all(projectChecks(cache).map(outcomeOf));
    expect(outcomes.filter(({agrees}) => !agrees).map(({what}) => what)).toEqual([
      "units by the default filters",
      "units without limits",
      "units with analysis metrics, by session type",
      "units with analysis metrics, without limits",
      "probe 729445648: unit_count"
    ]);
  });
});

describe("on another session than the published one", () => {
  it("every question of the tutorial and the quickstart is asked, and no answer is taken for the published one", async () => {
    const [mini] = goldenSessions;
    const cache = await EcephysProjectCache.open({directory: mini.directory});
    const session = await cache.session(810000000, {onWarning: () => {}});
    const checks = [...tutorialChecks(cache, session), ...decodingChecks(session)];
    const outcomes = await Promise.all(checks.map(outcomeOf));
    session.close();
    expect(outcomes.filter((outcome) => outcome.agrees).map(({what}) => what)).toEqual([
      "values of contrast", // the synthetic session has the same
      "values of size"
    ]);
    // What fails does so because the unit or probe is not this session's, not because the question was wrong.
    const reasons = outcomes.flatMap(({reason}) => (reason === undefined ? [] : [reason]));
    expect(reasons.filter((reason) => !/of this session|there is no probe|none there/.test(reason))).toEqual([]);
    expect(outcomes.filter(({found}) => found !== undefined).length).toBeGreaterThan(50);
  });
});

/** A cache folder whose tables have as many rows as the published ones, and the printed values where they were printed. */
function plantedProject(): string {
  const sessionIds = [715093703, 719161530, 732592105, 779839471, ...range(54).map((i) => 700_000_000 + i)];
  const genotypes = [
    ...Array(30).fill("wt/wt"),
    ...["Sst", "Pvalb", "Vip"].flatMap((line, i) =>
      Array([12, 8, 8][i]).fill(`${line}-IRES-Cre/wt;Ai32(RCL-ChR2(H134R)_EYFP)/wt`)
    )
  ];
  const sessions = sessionIds.map((id, i) =>
    row("sessions", id, {
      genotype: genotypes[i],
      session_type: i % 2 ? "functional_connectivity" : "brain_observatory_1.1",
      ...(id === 715093703 && {specimen_id: 699733581, age_in_days: 118})
    })
  );
  // Each probe with how many channels, and units that pass the filters, it has.
  const probes: {id: number; session: number; channels: number; units: number}[] = [
    {id: 729445648, session: 719161530, channels: 374, units: 87},
    ...range(6).map((i) => ({id: 1 + i, session: 715093703, channels: i < 5 ? 370 : 369, units: i < 5 ? 147 : 149})),
    ...range(325).map((i) => ({
      id: i === 0 ? 792645504 : 100 + i,
      session: sessionIds[2 + (i % 56)],
      channels: i < 56 ? 372 : 371,
      units: i < 39 ? 121 : 120
    }))
  ];
  const tables: Tables = {
    sessions,
    probes: probes.map(({id, session}) =>
      row("probes", id, {
        ecephys_session_id: session,
        ...(id === 729445648 && {lfp_sampling_rate: 2499.99728487454, sampling_rate: 29999.9674184945})
      })
    ),
    channels: [],
    units: []
  };
  const structures = ["APN", "LP", "MB", "DG", "CA1", "VISam", null];
  const failing = 99_180 - 40_010;
  for (const probe of probes) {
    const first = tables.channels.length;
    for (let i = 0; i < probe.channels; ++i) {
      const id = probe.id === 792645504 && i < 2 ? [849705558, 850229419][i] : 1_000_000 + first + i;
      const printed = {local_index: 1, anterior_posterior_ccf_coordinate: 8165, dorsal_ventral_ccf_coordinate: 3314};
      tables.channels.push(
        row("channels", id, {
          ecephys_probe_id: probe.id,
          ecephys_structure_acronym: structures[Math.min(i, 6)],
          ...(id === 849705558 && {...printed, left_right_ccf_coordinate: 6862, ecephys_structure_id: 215})
        })
      );
    }
    for (let i = 0; i < probe.units; ++i) {
      const isPrinted = probe.id === 792645504 && i === 0;
      const printed = {snr: 1.911839, firing_rate: 6.519432, isi_violations: 0.10491, d_prime: 3.910873};
      tables.units.push(
        row("units", isPrinted ? 915956282 : 2_000_000 + tables.units.length, {
          ecephys_channel_id: Number(tables.channels[first + (isPrinted ? 1 : 0)].id),
          d_prime: null,
          ...(isPrinted && printed)
        })
      );
    }
  }
  const passing = tables.units.map(({id}) => Number(id));
  const channel = Number(tables.channels[tables.channels.length - 1].id);
  for (let i = 0; i < failing; ++i)
    tables.units.push(row("units", 3_000_000 + i, {ecephys_channel_id: channel, presence_ratio: 0.5, d_prime: null}));
  const failed = range(failing).map((i) => 3_000_000 + i);
  const directory = mkdtempSync(join(temporaryDirectory(), "planted-"));
  for (const kind of ["sessions", "probes", "channels", "units"] as const)
    writeFileSync(join(directory, `${kind}.csv`), csvText(kind, tables[kind]));
  const metrics: Record<string, number[]> = {
    "brain_observatory_1.1": passing.slice(0, 21_842),
    functional_connectivity: [...passing.slice(21_842), ...failed]
  };
  for (const [type, ids] of Object.entries(metrics)) {
    const rows: Row[] = ids.map((ecephys_unit_id) => ({ecephys_unit_id, g_osi_dg: 0.5}));
    writeFileSync(join(directory, `${type}_analysis_metrics.csv`), csvText("units", rows));
  }
  return directory;
}

function range(length: number): number[] {
  return Array.from({length}, (_, i) => i);
}
