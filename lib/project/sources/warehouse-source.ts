import type {FetchTextOptions} from "../http/fetch-text.js";
import {ProjectError} from "../project-error.js";
import {csvText} from "../tables/csv-text.js";
import type {FileLocation, ProjectFile, ProjectSource, SourceFile} from "./project-source.js";
import {queryRows, queryUrl, type WarehouseQuery, type WarehouseRow} from "./warehouse/query-rows.js";
import {metricsQuery, TABLE_QUERIES, type TableQuery} from "./warehouse/table-queries.js";

/** Where the Allen Institute's warehouse is, and how it is asked. */
export interface WarehouseOptions {
  /** By default http://api.brain-map.org. */
  address?: string;
  /** Rows asked for at a time; 5,000, as AllenSDK asks. */
  pageSize?: number;
  request?: FetchTextOptions;
}

/** The product whose files are the templates of natural scenes and movies. */
const TEMPLATES_PRODUCT = 714914585;

/**
 * The Allen Institute's data warehouse: tables by queries (RMA), sessions, LFP and stimulus templates as well-known files. It
 * publishes neither size nor digest of a file.
 */
export function warehouseSource(options: WarehouseOptions = {}): ProjectSource {
  const {address = "http://api.brain-map.org", pageSize = 5000, request} = options;
  return {
    name: "the Allen warehouse",
    locate(file, {signal} = {}) {
      return locate(file, {address, pageSize, request: {...request, signal: signal ?? request?.signal}});
    }
  };
}

async function locate(file: ProjectFile, query: WarehouseQuery): Promise<SourceFile | null> {
  switch (file.kind) {
    case "table":
      return tableText(TABLE_QUERIES[file.name], query);
    case "analysis-metrics":
      return tableText(metricsQuery({sessionType: requireName(file.sessionType)}), query);
    case "session-analysis-metrics":
      return tableText(metricsQuery({sessionId: requireId(file.sessionId)}), query);
    case "session":
      return onlyLink(await wellKnownFiles("EcephysNwb", "EcephysSession", file.sessionId, query), query);
    case "lfp":
      return onlyLink(await wellKnownFiles("EcephysLfpNwb", "EcephysProbe", file.probeId, query), query);
    case "natural-scene-template":
      return onlyLink(await templates(new RegExp(`/0*${requireId(file.number)}\\.tiff?$`), query), query);
    case "natural-movie-template":
      return onlyLink(await templates(new RegExp(`natural_movie_0*${requireId(file.number)}\\.npy$`), query), query);
  }
}

async function tableText({criteria, toColumns}: TableQuery, query: WarehouseQuery): Promise<SourceFile | null> {
  const rows = await queryRows(criteria, query);
  return rows.length > 0 ? {kind: "text", text: csvText(toColumns(rows)), url: queryUrl(criteria, query)} : null;
}

function wellKnownFiles(type: string, model: string, id: number, query: WarehouseQuery): Promise<WarehouseRow[]> {
  const attached = `[attachable_type$eq'${model}'][attachable_id$eq${requireId(id)}]`;
  return queryRows(
    `criteria=model::WellKnownFile,rma::criteria,well_known_file_type[name$eq'${type}']${attached}`,
    query
  );
}

async function templates(path: RegExp, query: WarehouseQuery): Promise<WarehouseRow[]> {
  const files = await wellKnownFiles("Stimulus", "Product", TEMPLATES_PRODUCT, query);
  return files.filter((file) => path.test(String(file.path)));
}

function onlyLink(files: WarehouseRow[], {address}: WarehouseQuery): FileLocation | null {
  if (files.length === 0) return null;
  const [{download_link: link}] = files;
  if (files.length === 1 && typeof link === "string") return {kind: "url", url: new URL(link, address).href};
  throw new ProjectError("bad-reply", {
    file: address,
    expected: "one file with a link to it",
    found: files.length === 1 ? "no link" : `${files.length} files`,
    remedy: "Take the file from another source."
  });
}

/** What stands in a query must not change what it asks. */
function requireId(id: number): number {
  if (Number.isSafeInteger(id) && id >= 0) return id;
  throw badName("an id, a whole number", String(id));
}

function requireName(name: string): string {
  if (/^[\w.]+$/.test(name)) return name;
  throw badName("letters, digits, dots and underscores", name);
}

function badName(expected: string, found: string): ProjectError {
  return new ProjectError("bad-file-name", {expected, found, remedy: "Take names from the project's tables."});
}
