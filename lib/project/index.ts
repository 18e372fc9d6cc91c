/** Sessions in a folder of AllenSDK's cache layout, and their snapshots. Runs in Node only. */

export {areaMetrics} from "./area-metrics.js";
export {cachePath} from "./cache-path.js";
export {claimPlace} from "./claim-place.js";
export {
  bytesText,
  type DownloadOptions,
  type DownloadProgress,
  downloadReporter
} from "./download/index.js";
export {
  EcephysProjectCache,
  type MetricsOptions,
  type ProjectCacheOptions,
  type SessionFromCache,
  type TableOptions,
  type UnitTableOptions
} from "./ecephys-project-cache.js";
export {fileDigest} from "./file-digest.js";
export {isOffline} from "./is-offline.js";
export {aboutSession, type LoaderTask, loaderFailure} from "./loader.js";
export {type CachedSession, openCachedSession} from "./open-cached-session.js";
export {ProjectError} from "./project-error.js";
export {
  firstRows,
  metricCounts,
  type ProjectSnapshotDetails,
  projectSnapshot,
  structureCounts
} from "./project-snapshots.js";
export {type CacheFolder, provideFile} from "./provide-file.js";
export {readChannelColumns} from "./read-channel-columns.js";
export {readError} from "./read-error.js";
export {runCommand} from "./run-command.js";
export {cachedSessionIds, type PlacedFile, removeSession, sessionFiles, usedFolders} from "./session-folder.js";
export {provideSessions} from "./sessions/provide-sessions.js";
export {cacheDirectory, writeLocations} from "./sessions/session-locations.js";
export {SAMPLE_DIRECTORY, type SessionFile, sessionFile, sessionInputs, sessions} from "./sessions/sessions.js";
export {openSnapshotSession, type SnapshotContent, type SnapshotSession, snapshotOf} from "./snapshot-of.js";
export {configuredSources} from "./sources/configured-sources.js";
export {type DandiOptions, dandiSource} from "./sources/dandi-source.js";
export {localSource} from "./sources/local-source.js";
export type {FileLocation, ProjectFile, ProjectSource, SourceFile} from "./sources/project-source.js";
export {type S3Options, s3Source} from "./sources/s3-source.js";
export {type WarehouseOptions, warehouseSource} from "./sources/warehouse-source.js";
export type {UnitFilters} from "./tables/unit-filters.js";
export {type Verified, verifyFile} from "./verify-file.js";
export {TABLES, type VerifiedTable, verifyTable} from "./verify-table.js";
