// The site: what depends on the inside of Observable Framework, and nothing else does. Node only.
export {buildSite} from "./build-site.js";
export {bundlePages} from "./bundle-pages.js";
export {checkImports} from "./checked-imports.js";
export {explainTerms} from "./explained-terms.js";
export {
  cachedSnapshot,
  deleteStaleSnapshots,
  isEditedSince,
  keepSnapshot,
  noteSnapshots,
  type SnapshotOrigin,
  type SnapshotOrigins,
  snapshotOrigins
} from "./fresh-snapshots.js";
export {inlineScript} from "./inline-script.js";
export {isBuilt, recordBuilt, siteDigest, snapshotContents} from "./last-build.js";
export {bundleDoors, watchDoors} from "./library-doors.js";
export {linkPages} from "./linked-pages.js";
export {moduleSources} from "./loader-sources.js";
export {markdownReader} from "./markdown-reader.js";
export {type OfflineModules, provideOfflineModules} from "./offline-modules.js";
export {makeSnapshots, surveyPages} from "./page-snapshots.js";
export {siteConfig} from "./site-config.js";
export {provideRoot, SOURCES, watchRoot} from "./site-root.js";
export {watchLoaderSources} from "./watch-loader-sources.js";
