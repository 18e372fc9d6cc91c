/**
 * Who the synthetic session says it is. The ids start with 7000, which no published session, probe, channel or unit
 * does, and every text field that allows it says "synthetic".
 */
export const IDENTITY = {
  sessionId: 700000001,
  specimenId: 700000900,
  donorId: 700000901,
  isiExperimentId: 700000002,
  description: "Synthetic session: spikes drawn from a seeded model, not a recording. Parameters in ground-truth.json.",
  institution: "none (synthetic session)",
  sessionType: "brain_observatory_1.1",
  /** One in which light drives fast-spiking cells. */
  genotype: "synthetic Pvalb-IRES-Cre/wt;Ai32(RCL-ChR2(H134R)_EYFP)/wt",
  rig: "synthetic rig",
  specimenName: "synthetic-700000900",
  strain: "synthetic",
  species: "Mus musculus",
  sex: "M",
  ageInDays: 100,
  /** Local time with offset, as the real files have it. */
  startTime: "2020-01-01T12:00:00-08:00",
  startTimeUtc: "2020-01-01T20:00:00Z",
  fileCreateDate: "2020-01-01T12:00:00.000000-08:00",
  publishedAt: "2020-01-01T00:00:00Z"
} as const;
