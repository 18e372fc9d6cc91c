import {table} from "arquero";
import {beforeAll, describe, expect, it} from "vitest";
import {
  type CountsByStructure,
  countsText,
  dayText,
  folderText,
  NO_TABLES,
  type ProjectSession,
  projectSizeText,
  qualityHistograms,
  rowsOfSessions,
  sessionChoices,
  sessionsOf,
  structureChart,
  structureCountsOf,
  structureRows,
  surveyFigure,
  surveyOf
} from "../../../lib/lessons/project/index.js";
import {
  areaMetrics,
  EcephysProjectCache,
  firstRows,
  metricCounts,
  structureCounts
} from "../../../lib/project/index.js";
import type {ProjectTables} from "../../../lib/session/index.js";

const nothing = {table: table({}), rows: 0};
const absent: ProjectTables = {
  present: false,
  sessions: nothing,
  probes: nothing,
  channels: nothing,
  units: nothing,
  structureCounts: nothing,
  metricCounts: nothing,
  areaMetrics: nothing
};
const session = (id: number, more: Partial<ProjectSession> = {}): ProjectSession => ({
  id,
  session_type: "brain_observatory_1.1",
  age_in_days: 100,
  sex: "M",
  full_genotype: "wt/wt",
  unit_count: 10,
  probe_count: 6,
  published_at: "2019-10-03",
  ...more
});
const three = [
  session(1),
  session(2, {session_type: "functional_connectivity", age_in_days: 120, sex: "F"}),
  session(3, {age_in_days: 90, full_genotype: "Sst"})
];

describe("what sessions are chosen by", () => {
  it("are the values that they have, sorted", () => {
    expect(sessionChoices(three)).toEqual({
      types: ["brain_observatory_1.1", "functional_connectivity"],
      genotypes: ["Sst", "wt/wt"],
      sexes: ["F", "M"],
      ages: [90, 120]
    });
  });

  it("has a range of ages that a slider can show, also of one mouse or of none", () => {
    expect(sessionChoices([session(1)]).ages).toEqual([99, 101]);
    expect(sessionChoices([]).ages).toEqual([0, 1]);
  });
});

describe("the survey of sessions", () => {
  const byStructure: CountsByStructure = [
    ["VISp", {units: 5, sessions: 1}],
    [null, {units: 2, sessions: 2}]
  ];

  it("counts how many have each value, the most frequent first, ages from young to old", () => {
    expect(surveyOf(three, byStructure).map(([name, counts]) => `${name}: ${countsText(counts)}`)).toEqual([
      "session types: brain_observatory_1.1 (2), functional_connectivity (1)",
      "genotypes: wt/wt (2), Sst (1)",
      "sexes: M (2), F (1)",
      "ages in days: 90 (1), 100 (1), 120 (1)",
      "structures: no area (2), VISp (1)"
    ]);
  });

  it("of no sessions finds none", () => {
    expect(surveyOf([], []).map(([, counts]) => countsText(counts))).toEqual(["none", "none", "none", "none", "none"]);
  });

  it("draws those strong that were chosen, and says how many they are", () => {
    const {options, caption} = surveyFigure(three, [three[1]], {isClickable: false});
    expect(three.filter(options!.stressed)).toEqual([three[1]]);
    expect(caption).toBe(
      "Discs are female mice and squares male ones; filled symbols are sessions of brain_observatory_1.1, open ones of functional_connectivity. Drawn strong: the 1 of 3 that you chose. Numbers beside the genotypes count all sessions."
    );
  });

  it("offers a click only where there are pages to open", () => {
    expect(surveyFigure(three, three, {isClickable: true}).caption).toContain(" A click on a session ");
    expect(surveyFigure(three, three, {isClickable: true}).caption).not.toContain("Drawn strong");
  });

  it("is none where the folder has no tables", () => {
    expect(surveyFigure(sessionsOf(absent), [], {isClickable: true})).toBe(NO_TABLES);
  });
});

describe("the words for sessions", () => {
  it("say how many the project gave, where all of them are here", () => {
    expect(projectSizeText(Array.from({length: 58}, (_, id) => session(id)))).toBe("58");
    expect(projectSizeText(three)).toBe("many");
  });

  it("say that of the synthetic project one session alone has files, and nothing of others", () => {
    expect(folderText(true)).toContain("It holds that session’s files");
    expect(folderText(false)).toBe("");
  });

  it("have the day of a publication, whichever way the table has it", () => {
    expect(dayText(new Date(Date.UTC(2019, 9, 3, 12)))).toBe("2019-10-03");
    expect(dayText("2019-10-03T00:00:00Z")).toBe("2019-10-03T00:00:00Z");
  });
});

describe("the figure of structures", () => {
  const count = (id: number, acronym: string | null, units: number) => ({
    ecephys_session_id: id,
    ecephys_structure_acronym: acronym,
    channels: 100,
    units
  });
  const counts = [count(1, "VISp", 3), count(2, "VISp", 1200), count(1, "LGd", 2), count(1, "grey", 0)];

  it("leaves out structures without units, and draws the part of the chosen sessions strong", () => {
    const chart = structureChart(counts, [["VISp", {units: 3, sessions: 1}]])!;
    expect(chart.data[0]).toEqual([
      {acronym: "VISp", units: 1203, kept: 3},
      {acronym: "LGd", units: 2, kept: 0}
    ]);
    expect(chart.caption).toBe(
      "Of 2 structures with units that pass the default filters, all are shown, in anatomical order; of 1,205 units in all, 3 are from sessions that you chose (strong)."
    );
  });

  it("has the 24 structures with most units where there are more", () => {
    const many = Array.from({length: 30}, (_, i) => count(1, `area ${i}`, i + 1));
    const chart = structureChart(
      many,
      many.map((row) => [row.ecephys_structure_acronym, {units: row.units, sessions: 1}])
    )!;
    expect(chart.data[0]).toHaveLength(24);
    expect(Math.min(...chart.data[0].map(({units}) => units))).toBe(7);
    expect(chart.caption).toContain("the 24 with the most are shown, in anatomical order; 465 units in all.");
  });

  it("is none where there are no units", () => {
    expect(structureChart([count(1, "VISp", 0)], [])).toBeNull();
    expect(structureChart(structureCountsOf(absent), [])).toBeNull();
  });

  it("has its numbers in a table, units also by session type, most units first", () => {
    const byStructure: CountsByStructure = [
      ["LGd", {units: 2, sessions: 1}],
      ["VISp", {units: 1203, sessions: 2}]
    ];
    expect(structureRows(counts, byStructure, {sessions: three, chosen: three})).toEqual([
      {
        ecephys_structure_acronym: "VISp",
        units: 1203,
        "units, brain_observatory_1.1": 3,
        "units, functional_connectivity": 1200,
        channels: 200,
        sessions: 2
      },
      {
        ecephys_structure_acronym: "LGd",
        units: 2,
        "units, brain_observatory_1.1": 2,
        "units, functional_connectivity": 0,
        channels: 100,
        sessions: 1
      }
    ]);
  });
});

describe("the tables of a folder in AllenSDK's layout", () => {
  let project: ProjectTables;
  let units: Record<string, number>[];
  beforeAll(async () => {
    const cache = await EcephysProjectCache.open({directory: "test/fixtures/mini/ecephys-cache"});
    const all = (rows: Awaited<ReturnType<typeof cache.units>>) => ({table: rows, rows: rows.numRows()});
    const off = {amplitudeCutoffMaximum: null, presenceRatioMinimum: null, isiViolationsMaximum: null};
    units = (await cache.units({...off, filterByValidity: false})).objects() as Record<string, number>[];
    project = {
      present: true,
      sessions: all(await cache.sessionTable()),
      probes: all(await cache.probes()),
      channels: firstRows(await cache.channels()),
      units: firstRows(await cache.units()),
      structureCounts: all((await structureCounts(cache)).table),
      metricCounts: await metricCounts(cache),
      areaMetrics: all((await areaMetrics(cache)).table)
    };
  });

  it("give the probes of the chosen sessions alone", () => {
    const [first, ...others] = sessionsOf(project);
    const own = rowsOfSessions(project.probes.table, [first]);
    expect(new Set(own.array("ecephys_session_id") as number[])).toEqual(new Set([first.id]));
    expect(own.numRows() + rowsOfSessions(project.probes.table, others).numRows()).toBe(project.probes.rows);
    expect(rowsOfSessions(project.probes.table, []).numRows()).toBe(0);
  });

  it("give a histogram for each measure of quality, of every unit of the chosen sessions", () => {
    const [first] = sessionsOf(project);
    const own = units.filter((unit) => unit.ecephys_session_id === first.id);
    const {figures, caption} = qualityHistograms(project, [first]);
    expect(caption).toMatch(new RegExp(`^n = ${own.length} units of 1 session\\. `));
    expect(figures.map(({options}) => options?.ariaLabel)).toEqual(
      ["snr", "firing_rate", "isi_violations", "amplitude_cutoff", "presence_ratio", "d_prime"].map(
        (metric) => `Histogram of ${metric}`
      )
    );
    for (const {data, options} of figures) {
      const metric = options!.ariaLabel.replace("Histogram of ", "");
      const known = own.filter((unit) => !Number.isNaN(unit[metric]));
      expect(data![0].counts.reduce((sum, n) => sum + n)).toBe(known.length);
      expect(options!.hint).toBe(
        known.length < own.length ? `${own.length - known.length} units have no value.` : undefined
      );
    }
  });

  it("give the limits of AllenSDK's default filters", () => {
    const {figures} = qualityHistograms(project, sessionsOf(project));
    const limits = figures.flatMap(({options}) => (options?.limit ? [[options.label, options.limit.value]] : []));
    expect(limits).toEqual([
      ["isi_violations", 0.5],
      ["amplitude_cutoff", 0.1],
      ["presence_ratio", 0.95]
    ]);
  });

  it("give no histogram of no sessions, and one reason where they are absent", () => {
    expect(qualityHistograms(project, []).figures).toEqual([]);
    expect(qualityHistograms(absent, [])).toEqual({figures: [NO_TABLES], caption: ""});
  });
});
