/**
 * Sessions in a folder of AllenSDK's cache layout, and their snapshots. Runs in Node only.
 *
 * @module neuropixels-notebook/project
 */

export {areaMetrics} from "./area-metrics.js";
export {cachePath} from "./cache-path.js";
export {claimPlace} from "./claim-place.js";
export type {ReporterOptions} from "./download/download-reporter.js";
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
export type {FetchTextOptions} from "./http/fetch-text.js";
export {isOffline} from "./is-offline.js";
export {aboutSession, type LoaderParameters, type LoaderTask, loaderFailure} from "./loader.js";
export {type CachedSession, openCachedSession, type SessionInputs} from "./open-cached-session.js";
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
export {type CommandOptions, runCommand} from "./run-command.js";
export {cachedSessionIds, type PlacedFile, removeSession, sessionFiles, usedFolders} from "./session-folder.js";
export type {SessionInput} from "./session-input.js";
export {provideSessions} from "./sessions/provide-sessions.js";
export {cacheDirectory, type SessionLocations, writeLocations} from "./sessions/session-locations.js";
export {SAMPLE_DIRECTORY, type SessionFile, sessionFile, sessionInputs, sessions} from "./sessions/sessions.js";
export {verificationText} from "./sessions/verification-text.js";
export {type VerifiedFile, verifySources} from "./sessions/verify-sources.js";
export {
  openSnapshotSession,
  type SnapshotContent,
  type SnapshotSession,
  snapshotOf,
  type TakeContent
} from "./snapshot-of.js";
export type {SourceVerification} from "./source-verification.js";
export {configuredSources} from "./sources/configured-sources.js";
export {type DandiOptions, dandiSource} from "./sources/dandi-source.js";
export {localSource} from "./sources/local-source.js";
export type {FileLocation, ProjectFile, ProjectSource, SourceFile} from "./sources/project-source.js";
export {type S3Options, s3Source} from "./sources/s3-source.js";
export {type WarehouseOptions, warehouseSource} from "./sources/warehouse-source.js";
export type {UnitFilters} from "./tables/unit-filters.js";
export {type Verified, verifyFile} from "./verify-file.js";
export {TABLES, type VerifiedTable, verifyTable} from "./verify-table.js";
