import {groups, sum} from "d3";
import {DEFAULT_UNIT_LIMITS, type ProjectTables} from "../../session/index.js";
import {countedText, countText} from "../../words/index.js";
import {NO_TABLES} from "./no-tables.js";
import type {ProjectSession} from "./sessions.js";

/** How a quality metric of the units of a session is spread: how many there are in each of equal bins over a range. */
interface MetricCounts {
  ecephys_session_id: number;
  metric: string;
  least: number;
  most: number;
  counts: ArrayLike<number>;
  /** Units without a value. */
  missing: number;
}

/** The limits of the default filters. */
const LIMITS: Record<string, {value: number; keep: "above" | "below"}> = {
  isi_violations: {value: DEFAULT_UNIT_LIMITS.isiViolationsMaximum, keep: "below"},
  amplitude_cutoff: {value: DEFAULT_UNIT_LIMITS.amplitudeCutoffMaximum, keep: "below"},
  presence_ratio: {value: DEFAULT_UNIT_LIMITS.presenceRatioMinimum, keep: "above"}
};

/** The quality metrics of all units of the chosen sessions, a histogram for each; and what is said below them. */
export function qualityHistograms({present, metricCounts}: ProjectTables, chosen: readonly ProjectSession[]) {
  if (!present) return {figures: [NO_TABLES], caption: ""};
  const ids = new Set(chosen.map(({id}) => id));
  const rows = (metricCounts.table.objects() as MetricCounts[]).filter((row) => ids.has(row.ecephys_session_id));
  const units = sum(
    rows.filter(({metric}) => metric === "snr"),
    ({counts, missing}) => sum(Array.from(counts)) + missing
  );
  return {
    figures: groups(rows, ({metric}) => metric).map(([metric, own]) => histogram(metric, own)),
    caption: `n = ${countedText(units, "units")} of ${countedText(chosen.length, "sessions")}. The first and the last bar count also what lies beyond them; lines are the default filters.`
  };
}

function histogram(metric: string, own: readonly MetricCounts[]) {
  const [{least, most, counts}] = own;
  const range: readonly [number, number] = [least, most];
  const total = Array.from(counts, (_, bin) => sum(own, (row) => row.counts[bin]));
  const missing = sum(own, (row) => row.missing);
  return {
    data: [{range, counts: total}] as const,
    options: {
      label: metric === "firing_rate" ? "firing_rate (spikes/s)" : metric,
      of: "units",
      limit: LIMITS[metric],
      hint: missing ? `${countText(missing)} units have no value.` : undefined,
      ariaLabel: `Histogram of ${metric}`,
      ariaDescription: `Number of units by ${metric}`
    },
    caption: ""
  };
}
