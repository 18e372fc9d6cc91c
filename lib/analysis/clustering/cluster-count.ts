import {AnalysisError} from "../analysis-error.js";

/** Makes sure that there can be so many clusters: {AnalysisError} `wrong-argument` or `too-few-data`. */
export function requireClusters(clusters: number, rows: number): void {
  if (Number.isInteger(clusters) && clusters >= 1 && clusters <= rows) return;
  const tag = clusters > rows ? "too-few-data" : "wrong-argument";
  const remedy = "Ask for fewer clusters, or take more units.";
  const expected = `1 to ${rows} clusters, the number of rows`;
  throw new AnalysisError(tag, {path: "clusters", expected, found: `${clusters}`, remedy});
}
