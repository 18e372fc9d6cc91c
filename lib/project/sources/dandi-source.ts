import {type FetchTextOptions, fetchText} from "../http/fetch-text.js";
import {ProjectError} from "../project-error.js";
import type {FileLocation, ProjectFile, ProjectSource} from "./project-source.js";

/** Which archive, and which dandisets of it. */
export interface DandiOptions {
  /** The address of the archive's interface; by default https://api.dandiarchive.org/api. */
  address?: string;
  /** By default those of the Brain Observatory 1.1 (000021) and of Functional Connectivity (000022). */
  dandisets?: readonly string[];
  /** By default "draft", the version that is always there. */
  version?: string;
  request?: FetchTextOptions;
}

/** A file of a dandiset. */
interface DandiAsset {
  asset_id: string;
  path: string;
  /** In bytes. */
  size: number;
  /** Its description, where the list has it. */
  metadata?: AssetDescription;
}

interface AssetDescription {
  digest?: Record<string, unknown>;
}

/**
 * The DANDI archive: sessions and LFP, with size and SHA-256. A file's path names its donor, which no table of the project
 * has, so that files are found in the dandisets' lists.
 */
export function dandiSource(options: DandiOptions = {}): ProjectSource {
  const address = (options.address ?? "https://api.dandiarchive.org/api").replace(/\/+$/, "");
  const {dandisets = ["000021", "000022"], version = "draft"} = options;
  const lists = new Map<string, Promise<DandiAsset[]>>();

  /** A list is asked for once; again if that failed. */
  function listed(folder: string, request: FetchTextOptions): Promise<DandiAsset[]> {
    const list = lists.get(folder) ?? assets(`${folder}/assets/?page_size=1000`, request);
    lists.set(folder, list);
    list.catch(() => lists.delete(folder));
    return list;
  }

  return {
    name: "DANDI",
    async locate(file, {signal} = {}) {
      const ending = pathEnding(file);
      if (ending === null) return null;
      const request = {...options.request, signal: signal ?? options.request?.signal};
      for (const dandiset of dandisets) {
        const folder = `${address}/dandisets/${dandiset}/versions/${version}`;
        const asset = (await listed(folder, request)).find(({path}) => path.endsWith(ending));
        if (asset) return location(asset, address, request);
      }
      return null;
    }
  };
}

/** How the path of a file ends, after the donor; null for what is not on DANDI. */
function pathEnding(file: ProjectFile): string | null {
  if (file.kind === "session") return `_ses-${file.sessionId}.nwb`;
  if (file.kind === "lfp") return `_ses-${file.sessionId}_probe-${file.probeId}_ecephys.nwb`;
  return null;
}

async function assets(first: string, request: FetchTextOptions): Promise<DandiAsset[]> {
  const all: DandiAsset[] = [];
  const pages = new Set<string>();
  for (let page: string | null = first; page !== null; ) {
    if (pages.has(page)) throw badReply(page, "another page of the list", "one that was there before");
    pages.add(page);
    const reply = await fetchJson(page, request);
    if (!Array.isArray(reply.results)) throw badReply(page, "a list of files", JSON.stringify(reply).slice(0, 80));
    for (const asset of reply.results as Partial<DandiAsset>[]) {
      const sound = asset.asset_id && asset.path && Number.isSafeInteger(asset.size);
      if (!sound) throw badReply(page, "files with id, path and size", JSON.stringify(asset).slice(0, 80));
      all.push(asset as DandiAsset);
    }
    page = typeof reply.next === "string" ? new URL(reply.next, page).href : null;
  }
  return all;
}

/** Where a file is, with the digest of its description. */
async function location(asset: DandiAsset, address: string, request: FetchTextOptions): Promise<FileLocation> {
  const url = `${address}/assets/${encodeURIComponent(asset.asset_id)}/`;
  const description: AssetDescription = asset.metadata ?? (await fetchJson(url, request));
  const sha256 = description.digest?.["dandi:sha2-256"];
  // DANDI takes the digest of a new file after its upload; until then there is none.
  const known = typeof sha256 === "string" && /^[0-9a-f]{64}$/i.test(sha256) ? sha256.toLowerCase() : undefined;
  return {kind: "url", url: `${url}download/`, size: asset.size, sha256: known};
}

async function fetchJson(url: string, request: FetchTextOptions): Promise<Record<string, unknown>> {
  const text = await fetchText(url, request);
  try {
    const reply: unknown = JSON.parse(text);
    if (reply !== null && typeof reply === "object") return reply as Record<string, unknown>;
  } catch {
    // told below
  }
  throw badReply(url, "JSON", JSON.stringify(text.slice(0, 80)));
}

function badReply(file: string, expected: string, found: string): ProjectError {
  const remedy = "Check the archive's address, or take another source.";
  return new ProjectError("bad-reply", {file, expected, found, remedy});
}
