import {readRecord} from "../download/index.js";
import {EcephysProjectCache} from "../ecephys-project-cache.js";
import {isOffline} from "../is-offline.js";
import {ProjectError} from "../project-error.js";
import type {CacheFolder} from "../provide-file.js";
import {configuredSources} from "../sources/configured-sources.js";
import type {FileLocation, ProjectFile, SourceFile} from "../sources/project-source.js";
import {publishedOf} from "../verify-file.js";
import {cacheDirectory, type SessionLocations, writeLocations} from "./session-locations.js";
import {sessionIdsOf} from "./sessions.js";

/**
 * When SESSIONS names published sessions by id: fetches the project's tables into the cache folder, and finds out where the files
 * of each session are that the folder lacks, so that loaders read from there what the pages show. With NEUROPIXELS_OFFLINE=yes no
 * server is asked: sessions are built from what is on this machine.
 *
 * @throws {ProjectError} `session-unknown` for an id that the project does not have; or when neither the folder nor a source has what is needed
 */
export async function provideSessions(setting = process.env.SESSIONS): Promise<void> {
  const ids = sessionIdsOf(setting);
  if (!ids) return;
  const download = {offline: isOffline()};
  const folder = {directory: cacheDirectory(), sources: configuredSources(), download};
  const cache = await EcephysProjectCache.open(folder);
  const known = Array.from((await cache.sessionTable()).array("id") as Iterable<number>);
  const probes = await cache.probes();
  for (const id of ids) {
    if (!known.includes(id))
      throw new ProjectError("session-unknown", {
        path: "SESSIONS",
        expected: `ids of the project's ${known.length} sessions`,
        found: `${id}`,
        remedy: "npm run sessions -- list shows which there are."
      });
    const rows = probes.objects() as {id: number; ecephys_session_id: number; has_lfp_data: boolean}[];
    const withLfp = rows.filter((probe) => probe.ecephys_session_id === id && probe.has_lfp_data);
    writeLocations(
      id,
      await locations(
        cache,
        folder,
        id,
        withLfp.map((probe) => probe.id)
      )
    );
  }
}

async function locations(
  cache: EcephysProjectCache,
  folder: CacheFolder,
  sessionId: number,
  probeIds: number[]
): Promise<SessionLocations> {
  const locate = async (file: ProjectFile) => withDigest(requireFile(await cache.locate(file)), file, folder);
  const session = await locate({kind: "session", sessionId});
  const lfp: Record<string, FileLocation> = {};
  for (const probeId of probeIds) {
    // Where no source has its LFP a session still has its other pages; which probes have none, the page on LFP says.
    const location = await locate({kind: "lfp", sessionId, probeId}).catch((error) => {
      if (error instanceof ProjectError && error.tag === "not-found") return null;
      throw error;
    });
    if (location) lfp[probeId] = location;
  }
  return {session, lfp};
}

/** With the digest that is published of a file that someone else put there; of a fetched one it was written down. */
async function withDigest(location: FileLocation, file: ProjectFile, folder: CacheFolder): Promise<FileLocation> {
  if (location.kind !== "path" || (await readRecord(location.path))) return location;
  const {sha256} = await publishedOf(file, folder);
  return sha256 ? {...location, sha256} : location;
}

function requireFile(location: SourceFile): FileLocation {
  if (location.kind !== "text") return location;
  throw new ProjectError("session-unknown", {
    expected: "an NWB file",
    found: "a table",
    remedy: "Name another source in NEUROPIXELS_SOURCES."
  });
}
