import type {Channel} from "./channels.js";
import {IDENTITY} from "./identity.js";
import type {Probe} from "./probes.js";
import {type HierarchyMetric, METRIC_MODELS} from "./project/hierarchy.js";
import type {ProjectSession} from "./project/project-sessions.js";
import type {ProjectRecording} from "./project/project-units.js";
import type {QualityMetrics} from "./quality-metrics.js";
import type {SessionModel} from "./session-model.js";
import {STRUCTURE_IDS} from "./structures.js";
import type {Unit} from "./units.js";

type Cell = string | number | boolean | null;

/**
 * The tables and the manifest (version 0.3.0) of an AllenSDK cache directory, by file name: of the session that has files,
 * and of the sessions of the project of which there are tables alone, with the analysis metrics of their units. Missing
 * values are empty fields; booleans are written as Python writes them.
 */
export function cacheTables(
  {probes, channels, units}: SessionModel,
  project: readonly ProjectRecording[]
): Record<string, string> {
  const recordings: TabulatedRecording[] = [{session: SAMPLE, probes, channels, units}, ...project];
  return {
    "manifest.json": `${JSON.stringify(manifest(), null, 2)}\n`,
    "sessions.csv": sessionsTable([SAMPLE, ...project.map(({session}) => session)]),
    "probes.csv": csv(
      "id,air_channel_index,ecephys_session_id,lfp_sampling_rate,lfp_temporal_subsampling_factor,name,phase,sampling_rate,surface_channel_index,has_lfp_data",
      recordings.flatMap(({session, probes: own}) => own.map((probe) => probeRow(probe, session.id)))
    ),
    "channels.csv": channelsTable(recordings.flatMap((recording) => recording.channels)),
    "units.csv": unitsTable(recordings.flatMap((recording) => recording.units)),
    ...Object.fromEntries(
      (["brain_observatory_1.1", "functional_connectivity"] as const).map((type) => [
        `${type}_analysis_metrics.csv`,
        analysisTable(project.filter(({session}) => session.sessionType === type))
      ])
    )
  };
}

/** What tables say of a session. */
interface TabulatedRecording {
  session: SessionRow;
  probes: readonly Probe[];
  channels: readonly Channel[];
  units: readonly (Unit & {metrics: QualityMetrics})[];
}

/** The session that has files, as a row of the sessions' table. */
const SAMPLE = {id: IDENTITY.sessionId, ...IDENTITY};

type SessionRow = Pick<ProjectSession, "id" | "specimenId" | "sessionType" | "ageInDays" | "sex" | "genotype">;

function sessionsTable(sessions: readonly SessionRow[]): string {
  return csv(
    "id,date_of_acquisition,isi_experiment_id,published_at,specimen_id,session_type,age_in_days,sex,genotype,has_nwb",
    sessions.map(({id, specimenId, sessionType, ageInDays, sex, genotype}) => [
      id,
      IDENTITY.startTimeUtc,
      IDENTITY.isiExperimentId,
      IDENTITY.publishedAt,
      specimenId,
      sessionType,
      ageInDays.toFixed(1),
      sex,
      genotype,
      id === IDENTITY.sessionId
    ])
  );
}

/** LFP sampling rates here are those before the subsampling by 2, as in the published table. */
function probeRow({id, name, samplingRate, surfaceChannel, hasLfp}: Probe, sessionId: number): Cell[] {
  return [
    id,
    Math.min(384, surfaceChannel + 24),
    sessionId,
    samplingRate / 12,
    "2.0",
    name,
    "3a",
    samplingRate,
    surfaceChannel,
    hasLfp
  ];
}

/** Only valid channels, as in the published table. */
function channelsTable(channels: readonly Channel[]): string {
  return csv(
    "id,ecephys_probe_id,local_index,probe_horizontal_position,probe_vertical_position,anterior_posterior_ccf_coordinate,dorsal_ventral_ccf_coordinate,left_right_ccf_coordinate,ecephys_structure_id,ecephys_structure_acronym",
    channels
      .filter(({valid}) => valid)
      .sort((a, b) => a.id - b.id)
      .map(({id, probe, number, horizontalPosition, verticalPosition, ccf, structure}) => [
        id,
        probe.id,
        number,
        horizontalPosition,
        verticalPosition,
        ...ccf.map((coordinate) => coordinate.toFixed(1)),
        structure && STRUCTURE_IDS[structure].toFixed(1),
        structure
      ])
  );
}

function unitsTable(units: readonly (Unit & {metrics: QualityMetrics})[]): string {
  return csv(
    "id,PT_ratio,amplitude,amplitude_cutoff,cumulative_drift,d_prime,duration,ecephys_channel_id,epoch_name_quality_metrics,epoch_name_waveform_metrics,firing_rate,halfwidth,isi_violations,isolation_distance,l_ratio,max_drift,nn_hit_rate,nn_miss_rate,presence_ratio,quality,recovery_slope,repolarization_slope,silhouette_score,snr,spread,velocity_above,velocity_below",
    units
      .map(({id, metrics, peakChannel, quality}): Cell[] => [
        id,
        metrics.PT_ratio,
        metrics.amplitude,
        metrics.amplitude_cutoff,
        metrics.cumulative_drift,
        metrics.d_prime,
        metrics.waveform_duration,
        peakChannel.id,
        "complete_session",
        "complete_session",
        metrics.firing_rate,
        metrics.waveform_halfwidth,
        metrics.isi_violations,
        metrics.isolation_distance,
        metrics.l_ratio,
        metrics.max_drift,
        metrics.nn_hit_rate,
        metrics.nn_miss_rate,
        metrics.presence_ratio,
        quality,
        metrics.recovery_slope,
        metrics.repolarization_slope,
        metrics.silhouette_score,
        metrics.snr,
        metrics.spread,
        metrics.velocity_above,
        metrics.velocity_below
      ])
      .sort((a, b) => Number(a[0]) - Number(b[0]))
  );
}

/** The analysis metrics of the units of some sessions. */
function analysisTable(recordings: readonly ProjectRecording[]): string {
  const names = Object.keys(METRIC_MODELS) as HierarchyMetric[];
  return csv(
    ["ecephys_unit_id", ...names].join(","),
    recordings
      .flatMap(({units}) => units)
      .filter(({analysis}) => analysis !== null)
      .map(({id, analysis}): Cell[] => [id, ...names.map((name) => Number(analysis![name].toPrecision(6)))])
      .sort((a, b) => Number(a[0]) - Number(b[0]))
  );
}

function csv(header: string, rows: Cell[][]): string {
  return `${[header, ...rows.map((row) => row.map(field).join(","))].join("\n")}\n`;
}

function field(value: Cell): string {
  if (value === null || Number.isNaN(value)) return "";
  if (typeof value === "boolean") return value ? "True" : "False";
  return String(value);
}

function manifest() {
  const file = (key: string, spec: string, parent_key = "BASEDIR") => ({key, type: "file", spec, parent_key});
  const folder = (key: string, spec: string) => ({key, type: "dir", spec, parent_key: "BASEDIR"});
  return {
    manifest: [
      {type: "manifest_version", value: "0.3.0"},
      {key: "BASEDIR", type: "dir", spec: "."},
      file("sessions", "sessions.csv"),
      file("probes", "probes.csv"),
      file("channels", "channels.csv"),
      file("units", "units.csv"),
      folder("session_data", "session_%d"),
      file("session_nwb", "session_%d.nwb", "session_data"),
      file("session_analysis_metrics", "session_%d_analysis_metrics.csv", "session_data"),
      file("probe_lfp_nwb", "probe_%d_lfp.nwb", "session_data"),
      folder("movie_dir", "natural_movie_templates"),
      file("typewise_analysis_metrics", "%s_analysis_metrics.csv"),
      file("natural_movie", "natural_movie_%d.h5", "movie_dir"),
      folder("natural_scene_dir", "natural_scene_templates"),
      file("natural_scene", "natural_scene_%d.tiff", "natural_scene_dir")
    ]
  };
}
