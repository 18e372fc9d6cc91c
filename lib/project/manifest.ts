import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {ProjectError} from "./project-error.js";
import {readError} from "./read-error.js";
import {writeWhole} from "./write-whole.js";

/** What AllenSDK's manifest says of each file or folder: its name, with %d for an id, and the folder it stands in. */
const ENTRIES: readonly (readonly [key: string, type: "file" | "dir", spec: string, parent: string])[] = [
  ["sessions", "file", "sessions.csv", "BASEDIR"],
  ["probes", "file", "probes.csv", "BASEDIR"],
  ["channels", "file", "channels.csv", "BASEDIR"],
  ["units", "file", "units.csv", "BASEDIR"],
  ["session_data", "dir", "session_%d", "BASEDIR"],
  ["session_nwb", "file", "session_%d.nwb", "session_data"],
  ["session_analysis_metrics", "file", "session_%d_analysis_metrics.csv", "session_data"],
  ["probe_lfp_nwb", "file", "probe_%d_lfp.nwb", "session_data"],
  ["movie_dir", "dir", "natural_movie_templates", "BASEDIR"],
  ["typewise_analysis_metrics", "file", "%s_analysis_metrics.csv", "BASEDIR"],
  ["natural_movie", "file", "natural_movie_%d.h5", "movie_dir"],
  ["natural_scene_dir", "dir", "natural_scene_templates", "BASEDIR"],
  ["natural_scene", "file", "natural_scene_%d.tiff", "natural_scene_dir"]
];

/** Versions of the manifest whose files have the same names; this library writes the first. */
const VERSIONS = ["0.3.0", "0.2.1"];

/** The text of a manifest.json that AllenSDK reads: EcephysProjectCache(manifest=…). */
export function manifestText(): string {
  const manifest = [
    {type: "manifest_version", value: VERSIONS[0]},
    {key: "BASEDIR", type: "dir", spec: "."},
    ...ENTRIES.map(([key, type, spec, parent_key]) => ({key, type, spec, parent_key}))
  ];
  return JSON.stringify({manifest}, null, 2);
}

/**
 * Checks the manifest of a cache folder, if it has one.
 * @returns whether there is one
 * @throws {ProjectError} `bad-manifest` when it is of another version or lays out its folder in another way, `unreadable`
 */
export async function checkManifest(directory: string): Promise<boolean> {
  const file = join(directory, "manifest.json");
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
    throw readError(error, file, "Have it made readable, or take another folder for the cache.");
  });
  if (text === null) return false;
  const wrong = (path: string | undefined, expected: string, found: string) =>
    new ProjectError("bad-manifest", {
      file,
      path,
      expected,
      found,
      remedy:
        "Take another folder for the cache, or delete this manifest if the folder's files are named as AllenSDK names them."
    });
  const entries = parseEntries(text);
  if (!entries) throw wrong(undefined, "a manifest as AllenSDK writes it", text.slice(0, 40) || "an empty file");
  const version = entries.find(({type}) => type === "manifest_version")?.value;
  if (!VERSIONS.includes(String(version))) throw wrong("manifest_version", VERSIONS.join(" or "), `${version}`);
  for (const [key, , spec] of ENTRIES) {
    const entry = entries.find((candidate) => candidate.key === key);
    if (entry && entry.spec !== spec) throw wrong(key, `the name ${spec}`, `${entry.spec}`);
  }
  return true;
}

/** Writes the manifest of a cache folder, and the folder, unless it has one already. */
export async function provideManifest(directory: string): Promise<void> {
  if (await checkManifest(directory)) return;
  await writeWhole(join(directory, "manifest.json"), manifestText());
}

function parseEntries(text: string): Record<string, unknown>[] | null {
  try {
    const entries: unknown = JSON.parse(text).manifest;
    return Array.isArray(entries) && entries.every((entry) => typeof entry === "object" && entry !== null)
      ? entries
      : null;
  } catch {
    return null;
  }
}
