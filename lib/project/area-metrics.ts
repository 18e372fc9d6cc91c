import {type ColumnTable, table} from "arquero";
import {columnValues} from "../snapshot/index.js";
import type {EcephysProjectCache} from "./ecephys-project-cache.js";
import {ProjectError} from "./project-error.js";

/** The analysis metrics that are compared between areas, by AllenSDK's names. */
const METRICS = ["time_to_peak_fl", "area_rf", "mod_idx_dg", "run_mod_dg"];

/**
 * The median of analysis metrics over the units of each session and structure that pass the default filters:
 * ecephys_session_id, ecephys_structure_acronym, metric, median, n (units with a value). No rows where the folder lacks the
 * files of analysis metrics.
 */
export async function areaMetrics(cache: EcephysProjectCache): Promise<{table: ColumnTable}> {
  const groups = new Map<string, {session: number; acronym: string | null; metric: string; values: number[]}>();
  for (const type of await cache.sessionTypes()) {
    const units = await metricsOrNone(cache, type);
    if (!units) continue;
    const sessions = columnValues<number>(units, "ecephys_session_id");
    const acronyms = columnValues<string | null>(units, "ecephys_structure_acronym");
    for (const metric of METRICS.filter((name) => units.columnNames().includes(name))) {
      const values = columnValues<number>(units, metric);
      for (let row = 0; row < sessions.length; ++row) {
        if (!Number.isFinite(values[row])) continue;
        const key = `${sessions[row]} ${acronyms[row]} ${metric}`;
        const known = groups.get(key) ?? {session: sessions[row], acronym: acronyms[row], metric, values: []};
        known.values.push(values[row]);
        groups.set(key, known);
      }
    }
  }
  const rows = [...groups.values()];
  return {
    table: table({
      ecephys_session_id: Int32Array.from(rows, ({session}) => session),
      ecephys_structure_acronym: rows.map(({acronym}) => acronym),
      metric: rows.map(({metric}) => metric),
      median: Float64Array.from(rows, ({values}) => medianOf(values)),
      n: Int32Array.from(rows, ({values}) => values.length)
    })
  };
}

async function metricsOrNone(cache: EcephysProjectCache, type: string): Promise<ColumnTable | null> {
  try {
    return await cache.unitAnalysisMetricsBySessionType(type);
  } catch (error) {
    if (error instanceof ProjectError && error.tag === "not-found") return null;
    throw error;
  }
}

function medianOf(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
