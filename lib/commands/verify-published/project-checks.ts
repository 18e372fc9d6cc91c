import type {ColumnTable} from "arquero";
import type {EcephysProjectCache} from "../../project/index.js";
import type {Check} from "./check.js";

const WILD_TYPE = "wt/wt";
const genotype = (driver: string) => `${driver}/wt;Ai32(RCL-ChR2(H134R)_EYFP)/wt`;

/** All limits off: units labelled good, whatever their metrics. */
const NO_LIMITS = {amplitudeCutoffMaximum: null, presenceRatioMinimum: null, isiViolationsMaximum: null};

/** What the tutorial and AllenSDK's notebooks on data access and quality metrics print of the tables over all sessions. */
export function projectChecks(cache: EcephysProjectCache): Check[] {
  const metricRows = async (filters: object) => {
    const types = ["brain_observatory_1.1", "functional_connectivity"];
    const tables = types.map((type) => cache.unitAnalysisMetricsBySessionType(type, filters));
    return (await Promise.all(tables)).map((table) => table.numRows());
  };
  return [
    {what: "sessions", expected: 58, find: async () => (await cache.sessionTable()).numRows()},
    {what: "probes", expected: 332, find: async () => (await cache.probes()).numRows()},
    {what: "channels", expected: 123_224, find: async () => (await cache.channels()).numRows()},
    {what: "units by the default filters", expected: 40_010, find: async () => (await cache.units()).numRows()},
    {what: "units without limits", expected: 99_180, find: async () => (await cache.units(NO_LIMITS)).numRows()},
    {what: "units with analysis metrics, by session type", expected: [21_842, 18_168], find: () => metricRows({})},
    {
      what: "units with analysis metrics, without limits",
      expected: 99_180,
      find: async () => (await metricRows(NO_LIMITS)).reduce((sum, rows) => sum + rows, 0)
    },
    ...[
      [WILD_TYPE, 30] as const,
      [genotype("Sst-IRES-Cre"), 12] as const,
      [genotype("Pvalb-IRES-Cre"), 8] as const,
      [genotype("Vip-IRES-Cre"), 8] as const
    ].map(([name, expected]) => ({
      what: `sessions of genotype ${name}`,
      expected,
      find: async () => rowsOf(await cache.sessionTable()).filter((row) => row.full_genotype === name).length
    })),
    ...rowChecks("unit", 915956282, () => cache.units(), {
      snr: "1.911839",
      firing_rate: "6.519432",
      isi_violations: "0.104910",
      d_prime: "3.910873",
      ecephys_channel_id: 850229419
    }),
    ...rowChecks("channel", 849705558, () => cache.channels(), {
      ecephys_probe_id: 792645504,
      local_index: 1,
      anterior_posterior_ccf_coordinate: 8165,
      dorsal_ventral_ccf_coordinate: 3314,
      left_right_ccf_coordinate: 6862,
      ecephys_structure_id: 215,
      ecephys_structure_acronym: "APN"
    }),
    ...rowChecks("probe", 729445648, () => cache.probes(), {
      ecephys_session_id: 719161530,
      lfp_sampling_rate: "1249.998642",
      name: "probeA",
      sampling_rate: "29999.967418",
      unit_count: 87,
      channel_count: 374,
      ecephys_structure_acronyms: ["APN", "LP", "MB", "DG", "CA1", "VISam", null]
    }),
    ...rowChecks("session", 715093703, () => cache.sessionTable(), {
      specimen_id: 699733581,
      age_in_days: 118,
      unit_count: 884,
      channel_count: 2219,
      probe_count: 6
    })
  ];
}

/** A row of a table by the names of its columns. */
export type Row = Record<string, unknown>;

/** The rows of a table. */
export function rowsOf(table: ColumnTable): Row[] {
  return table.objects() as Row[];
}

/** A check of each named value in the row with an id; `id` is the table's first column. */
export function rowChecks(
  kind: string,
  id: number,
  find: () => Promise<ColumnTable>,
  expected: Record<string, Check["expected"]>
): Check[] {
  return Object.entries(expected).map(([name, value]) => ({
    what: `${kind} ${id}: ${name}`,
    expected: value,
    find: async () => {
      const table = await find();
      const row = Array.from(table.array(table.columnNames()[0]) as Iterable<unknown>).indexOf(id);
      if (row < 0) throw new Error(`there is no ${kind} ${id}`);
      return table.get(name, row);
    }
  }));
}
