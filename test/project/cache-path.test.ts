import {describe, expect, test} from "vitest";
import {cachePath} from "../../lib/project/cache-path.js";
import type {ProjectFile} from "../../lib/project/sources/project-source.js";

describe("a file's place in a cache folder is AllenSDK's", () => {
  test.each<[ProjectFile, string]>([
    [{kind: "table", name: "units"}, "units.csv"],
    [{kind: "session", sessionId: 715093703}, "session_715093703/session_715093703.nwb"],
    [{kind: "lfp", sessionId: 715093703, probeId: 810755797}, "session_715093703/probe_810755797_lfp.nwb"],
    [{kind: "analysis-metrics", sessionType: "brain_observatory_1.1"}, "brain_observatory_1.1_analysis_metrics.csv"],
    [
      {kind: "session-analysis-metrics", sessionId: 715093703},
      "session_715093703/session_715093703_analysis_metrics.csv"
    ],
    [{kind: "natural-scene-template", number: 0}, "natural_scene_templates/natural_scene_0.tiff"],
    [{kind: "natural-movie-template", number: 3}, "natural_movie_templates/natural_movie_3.h5"]
  ])("%o", (file, path) => {
    expect(cachePath(file)).toBe(path);
  });
});

describe("a name that would leave the folder is refused", () => {
  test.each<ProjectFile>([
    {kind: "session", sessionId: Number.NaN},
    {kind: "session", sessionId: -1},
    {kind: "lfp", sessionId: 1, probeId: 1.5},
    {kind: "session", sessionId: "../../x" as unknown as number},
    {kind: "analysis-metrics", sessionType: "../brain"},
    {kind: "analysis-metrics", sessionType: ".."},
    {kind: "analysis-metrics", sessionType: "a/b"},
    {kind: "analysis-metrics", sessionType: "a\u0000b"},
    {kind: "analysis-metrics", sessionType: ""}
  ])("%o", (file) => {
    expect(() => cachePath(file)).toThrow(expect.objectContaining({tag: "bad-file-name"}));
  });
});
