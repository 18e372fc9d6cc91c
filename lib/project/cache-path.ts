import {posix} from "node:path";
import {ProjectError} from "./project-error.js";
import type {ProjectFile} from "./sources/project-source.js";

/**
 * Where a file stands in a cache folder, in AllenSDK's own layout (its manifest, version 0.3.0), so that both can share one
 * folder. The path is relative, with "/" between its parts, and never leads out of the folder.
 * @throws {ProjectError} when an id is no whole number, or a session type is no plain name
 */
export function cachePath(file: ProjectFile): string {
  switch (file.kind) {
    case "table":
      return `${plainName(file.name)}.csv`;
    case "session":
      return posix.join(sessionFolder(file.sessionId), `session_${file.sessionId}.nwb`);
    case "lfp":
      return posix.join(sessionFolder(file.sessionId), `probe_${wholeNumber(file.probeId)}_lfp.nwb`);
    case "analysis-metrics":
      return `${plainName(file.sessionType)}_analysis_metrics.csv`;
    case "session-analysis-metrics":
      return posix.join(sessionFolder(file.sessionId), `session_${file.sessionId}_analysis_metrics.csv`);
    case "natural-scene-template":
      return `natural_scene_templates/natural_scene_${wholeNumber(file.number)}.tiff`;
    case "natural-movie-template":
      return `natural_movie_templates/natural_movie_${wholeNumber(file.number)}.h5`; // NumPy's format, despite its name
  }
}

function sessionFolder(sessionId: number): string {
  return `session_${wholeNumber(sessionId)}`;
}

function wholeNumber(id: number): number {
  if (Number.isSafeInteger(id) && id >= 0) return id;
  throw new ProjectError("bad-file-name", {
    path: String(id),
    expected: "an id, a whole number",
    found: String(id),
    remedy: "Take ids from the project's tables."
  });
}

function plainName(name: string): string {
  if (/^\w[\w.]*$/.test(name)) return name;
  throw new ProjectError("bad-file-name", {
    path: name,
    expected: "letters, digits, dots and underscores",
    found: name,
    remedy: "Take session types from the project's sessions table."
  });
}
