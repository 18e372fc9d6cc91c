/** Files that arrive whole: from an address into a folder, by ranges, resumable, verified. Runs in Node only. */
export {abortOnInterrupt} from "./abort-on-interrupt.js";
export {markDamaged, removeDamageMark} from "./damage-mark.js";
export {downloadFile} from "./download-file.js";
export type {DownloadedFile, DownloadOptions, DownloadProgress, RemoteFile} from "./download-options.js";
export {downloadReporter, type ReporterOptions} from "./download-reporter.js";
export {type FileRecord, readRecord, recordPath} from "./file-record.js";
export {type FileCheck, type FileState, fileState} from "./file-state.js";
export {bytesText} from "./progress-text.js";
