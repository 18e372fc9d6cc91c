import {readFile} from "node:fs/promises";
import {type ColumnTable, table} from "arquero";
import {arange, type Columns, DataArray} from "../array/index.js";
import type {EcephysSession, SessionOptions} from "../session/index.js";
import type {DownloadOptions} from "./download/index.js";
import {checkManifest} from "./manifest.js";
import {openCachedSession} from "./open-cached-session.js";
import {ProjectError} from "./project-error.js";
import {type CacheFolder, locateFile, provideFile} from "./provide-file.js";
import type {FileLocation, ProjectFile, ProjectSource, SourceFile} from "./sources/project-source.js";
import {distinct} from "./tables/columns.js";
import {ProjectTables} from "./tables/project-tables.js";
import {readTable, type TableKind} from "./tables/read-table.js";
import {annotatedMetrics, rowsWith} from "./tables/unit-analysis-metrics.js";
import type {UnitFilters} from "./tables/unit-filters.js";
import {readNpy} from "./templates/read-npy.js";
import {readTiff} from "./templates/read-tiff.js";

/** Where a project's files are, and come from. */
export interface ProjectCacheOptions {
  /** A folder in AllenSDK's layout; it need not exist yet. */
  directory: string;
  /** Where files come from that the folder lacks, in the order in which they are asked; none by default. */
  sources?: readonly ProjectSource[];
  /** How files are fetched. */
  download?: DownloadOptions;
}

/** Which columns a table leaves out; AllenSDK's choice by default, none for an empty list. */
export interface TableOptions {
  suppress?: readonly string[];
}

/** Which units a table shows, and which of their columns. */
export interface UnitTableOptions extends UnitFilters, TableOptions {}

/** Whether units come with what else is known of them, and which then. */
export interface MetricsOptions extends UnitFilters {
  /** False for the metrics of all units as they stand in their file; true by default. */
  annotate?: boolean;
}

/** How a session is opened. */
export interface SessionFromCache extends SessionOptions {
  /** Reads files that the folder lacks where they lie, by ranges, instead of fetching them whole and verified. */
  inPlace?: boolean;
}

/**
 * The tables over all sessions of a project, and the sessions, after AllenSDK's class of this name. What the cache folder
 * lacks is fetched from the first source that has it. Tables are read once and must not be changed: they are shared. The
 * first column of each holds its ids.
 */
export class EcephysProjectCache {
  readonly directory: string;
  readonly #folder: CacheFolder;
  readonly #read = new Map<string, Promise<Columns>>();
  #joined?: ProjectTables;

  private constructor(folder: CacheFolder) {
    this.directory = folder.directory;
    this.#folder = folder;
  }

  /**
   * Opens a cache folder. Nothing is read but its manifest, if it has one.
   * @throws {ProjectError} `bad-manifest` when the folder is laid out in another way
   */
  static async open({directory, sources = [], download}: ProjectCacheOptions): Promise<EcephysProjectCache> {
    await checkManifest(directory);
    return new EcephysProjectCache({directory, sources, download});
  }

  /**
   * Sessions: id, published_at, specimen_id, session_type, age_in_days, sex, full_genotype, unit_count (by the default
   * filters), channel_count, probe_count, ecephys_structure_acronyms (a list, with null for channels in none).
   */
  async sessionTable({suppress}: TableOptions = {}): Promise<ColumnTable> {
    return toTable((await this.#tables()).sessions(suppress));
  }

  /** Probes: id, ecephys_session_id, lfp_sampling_rate and sampling_rate (Hz), name, has_lfp_data, counts, structures. */
  async probes({suppress}: TableOptions = {}): Promise<ColumnTable> {
    return toTable((await this.#tables()).probes(suppress));
  }

  /** Channels: id, ecephys_probe_id, positions (µm), structure, what is known of the probe, unit_count. */
  async channels({suppress}: TableOptions = {}): Promise<ColumnTable> {
    return toTable((await this.#tables()).channels(suppress));
  }

  /** Units that pass the filters: id, metrics, and what is known of the peak channel, the probe and the session. */
  async units({suppress, ...filters}: UnitTableOptions = {}): Promise<ColumnTable> {
    return toTable((await this.#tables()).units(filters, suppress));
  }

  /** Session types, each once, in order of appearance. */
  async sessionTypes(): Promise<string[]> {
    return this.#distinctOfSessions("session_type");
  }

  /** Full genotypes, each once, in order of appearance. */
  async fullGenotypes(): Promise<string[]> {
    return this.#distinctOfSessions("genotype");
  }

  /** Ages in days, each once, in order of appearance. */
  async ages(): Promise<number[]> {
    return this.#distinctOfSessions("age_in_days");
  }

  /** Sexes ("M", "F"), each once, in order of appearance. */
  async sexes(): Promise<string[]> {
    return this.#distinctOfSessions("sex");
  }

  /** The structures that channels are in, each once, in order of appearance; null for channels in none. */
  async structureAcronyms(): Promise<(string | null)[]> {
    const channels = (await this.#tables()).channels();
    return distinct(channels.ecephys_structure_acronym as (string | null)[]);
  }

  /**
   * A session, with the structures and coordinates of channels.csv; its LFP files come as they are asked for.
   * @throws {ProjectError} when its file cannot be had
   */
  async session(sessionId: number, {inPlace = false, ...options}: SessionFromCache = {}): Promise<EcephysSession> {
    const locate = async (file: ProjectFile): Promise<FileLocation> =>
      inPlace ? ((await this.locate(file)) as FileLocation) : {kind: "path", path: await this.file(file)};
    const session = await locate({kind: "session", sessionId});
    const {id, ...columns} = await this.#table("channels");
    const cached = {
      directory: this.directory,
      nwb: session.kind === "path" ? session.path : session.url,
      published: session.kind === "url" ? session : undefined,
      lfp: (probeId: number) => locate({kind: "lfp", sessionId, probeId})
    };
    return openCachedSession(cached, {channelColumns: table({id, ...columns}), ...options});
  }

  /**
   * The path of a file of the project, which is fetched if it is not there.
   * @throws {ProjectError} `not-found` or `source-failed`
   */
  async file(file: ProjectFile): Promise<string> {
    return provideFile(file, this.#folder);
  }

  /**
   * Where a file of the project is, without fetching it.
   * @throws {ProjectError} `not-found` or `source-failed`
   */
  async locate(file: ProjectFile): Promise<SourceFile> {
    return locateFile(file, this.#folder);
  }

  /**
   * The analysis metrics of a session's units, and with them what else is known of the units that pass the filters: those
   * that have metrics. First column ecephys_unit_id.
   * @throws {ProjectError} `wrong-argument` for a session that the project does not have
   */
  async unitAnalysisMetricsForSession(
    sessionId: number,
    {annotate = true, ...filters}: MetricsOptions = {}
  ): Promise<ColumnTable> {
    const metrics = await this.#sessionMetrics(sessionId);
    if (!annotate) return toTable(metrics);
    const units = (await this.#tables()).units(filters);
    return toTable(annotatedMetrics(rowsWith(units, "ecephys_session_id", new Set([sessionId])), metrics));
  }

  /**
   * The analysis metrics of all units of the sessions of a type, and with them what else is known of the units that pass the
   * filters: those that have metrics. First column ecephys_unit_id.
   * @throws {ProjectError} `wrong-argument` for a type that no session has
   */
  async unitAnalysisMetricsBySessionType(
    sessionType: string,
    {annotate = true, ...filters}: MetricsOptions = {}
  ): Promise<ColumnTable> {
    const types = await this.sessionTypes();
    if (!types.includes(sessionType))
      throw wrongArgument("sessionType", `one of ${types.join(", ")}`, sessionType, "Take one of these.");
    const metrics = await this.#metrics({kind: "analysis-metrics", sessionType});
    return toTable(annotate ? annotatedMetrics((await this.#tables()).units(filters), metrics) : metrics);
  }

  /** A natural scene as it was shown: bytes, 0 for black, with the dimensions row (from the top) and column. */
  async naturalSceneTemplate(number: number): Promise<DataArray<Uint8Array>> {
    const path = await this.file({kind: "natural-scene-template", number});
    const {height, width, values} = readTiff(await readFile(path), path);
    const coords = {row: arange(0, height, 1), column: arange(0, width, 1)};
    return new DataArray({name: `natural_scene_${number}`, dims: ["row", "column"], coords, values});
  }

  /** A natural movie as it was shown: bytes, 0 for black, with the dimensions frame, row (from the top) and column. */
  async naturalMovieTemplate(number: number): Promise<DataArray> {
    const path = await this.file({kind: "natural-movie-template", number});
    const {shape, values} = readNpy(await readFile(path), path);
    if (shape.length !== 3)
      throw new ProjectError("bad-template", {
        file: path,
        expected: "frames, rows and columns",
        found: `${shape.length} dimensions`,
        remedy: "Delete the file, and it is fetched again."
      });
    const dims = ["frame", "row", "column"];
    const coords = Object.fromEntries(dims.map((dim, axis) => [dim, arange(0, shape[axis], 1)]));
    return new DataArray({name: `natural_movie_${number}`, dims, coords, values});
  }

  async #tables(): Promise<ProjectTables> {
    const names = ["sessions", "probes", "channels", "units"] as const;
    const [sessions, probes, channels, units] = await Promise.all(names.map((name) => this.#table(name)));
    this.#joined ??= new ProjectTables({sessions, probes, channels, units});
    return this.#joined;
  }

  #table(name: Exclude<TableKind, "metrics">): Promise<Columns> {
    return this.#readOnce(name, {kind: "table", name});
  }

  #metrics(file: ProjectFile): Promise<Columns> {
    return this.#readOnce("metrics", file);
  }

  /** The metrics of a session, out of those of its type where it has no file of its own: no archive has one. */
  async #sessionMetrics(sessionId: number): Promise<Columns> {
    try {
      return await this.#metrics({kind: "session-analysis-metrics", sessionId});
    } catch (error) {
      if (!(error instanceof ProjectError && /not-found|source-failed/.test(error.tag))) throw error;
    }
    const sessions = await this.#table("sessions");
    const row = (sessions.id as Float64Array).indexOf(sessionId);
    if (row < 0)
      throw wrongArgument("sessionId", "a session of the project", `${sessionId}`, "Take an id of the session table.");
    const metrics = await this.#metrics({kind: "analysis-metrics", sessionType: String(sessions.session_type[row])});
    const all = {amplitudeCutoffMaximum: null, presenceRatioMinimum: null, isiViolationsMaximum: null};
    const units = (await this.#tables()).units({...all, filterByValidity: false});
    const own = rowsWith(units, "ecephys_session_id", new Set([sessionId]));
    return rowsWith(metrics, "ecephys_unit_id", new Set(own.id as Float64Array));
  }

  /** What is read once stays; what failed is tried again. */
  #readOnce(kind: TableKind, file: ProjectFile): Promise<Columns> {
    const key = JSON.stringify(file);
    const known = this.#read.get(key);
    if (known) return known;
    const reading = this.file(file).then(async (path) => readTable(kind, await readFile(path, "utf8"), path));
    this.#read.set(key, reading);
    reading.catch(() => this.#read.delete(key));
    return reading;
  }

  async #distinctOfSessions<T>(column: string): Promise<T[]> {
    return distinct((await this.#table("sessions"))[column]) as T[];
  }
}

function toTable(columns: Columns): ColumnTable {
  return table(columns, Object.keys(columns));
}

function wrongArgument(path: string, expected: string, found: string, remedy: string): ProjectError {
  return new ProjectError("wrong-argument", {path, expected, found, remedy});
}
