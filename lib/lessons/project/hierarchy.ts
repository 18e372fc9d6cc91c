import {deviation, extent, mean, median} from "d3";
import {spearmanCorrelation} from "../../analysis/statistics/index.js";
import type {ProjectTables} from "../../session/index.js";
import {countedText, decimalText, HIERARCHY_SCORES, significantText} from "../../words/index.js";
import type {ProjectSession} from "./sessions.js";

/** The metrics that may be compared with the hierarchy, by AllenSDK's names, and what they are. */
export const HIERARCHY_METRICS: Record<string, string> = {
  time_to_peak_fl: "time to the peak after a flash (s)",
  area_rf: "area of the receptive field (deg²)",
  mod_idx_dg: "modulation by the phase of drifting gratings",
  run_mod_dg: "modulation by running"
};

/** A metric in an area, over mice. */
interface AreaMean {
  acronym: string;
  score: number;
  mean: number;
  /** NaN for one mouse alone. */
  sem: number;
  mice: number;
}

/** The median of a metric over the units of a session and structure. */
interface AreaMedian {
  ecephys_session_id: number;
  ecephys_structure_acronym: string | null;
  metric: string;
  median: number;
}

/** A smaller p is not told from this one. */
const LEAST_P = 0.001;

/** Fewer areas make no hierarchy. */
const FEWEST_AREAS = 4;

const NO_METRICS = {
  empty:
    "The folder lacks analysis metrics of units: <session type>_analysis_metrics.csv. Put them there, or choose other sessions, to see them.",
  caption: "",
  rows: [],
  answer: ""
};

/**
 * A metric of the units of the visual areas against the anatomical hierarchy of these areas, in the chosen sessions. Each
 * mouse counts once in an area, by the median of its units: units of one mouse are not independent.
 */
export function areaHierarchy({areaMetrics}: ProjectTables, chosen: readonly ProjectSession[], metric: string) {
  const ids = new Set(chosen.map(({id}) => id));
  const medians = (areaMetrics.table.objects() as AreaMedian[]).filter(
    (row) =>
      row.metric === metric &&
      ids.has(row.ecephys_session_id) &&
      Object.hasOwn(HIERARCHY_SCORES, row.ecephys_structure_acronym ?? "")
  );
  const areas = Object.entries(HIERARCHY_SCORES).flatMap(([acronym, score]) => meanOfArea(acronym, score, medians));
  if (areas.length < FEWEST_AREAS) return NO_METRICS;
  const mice = new Set(medians.map((row) => row.ecephys_session_id)).size;
  const points = areas.map(({score, mean: y, sem}) => ({x: score, y, ...(sem > 0 && {low: y - sem, high: y + sem})}));
  const order = areas.map(({acronym}) => acronym).join(", ");
  return {
    data: [[{name: metric, color: "var(--theme-foreground-focus)", points}]] as const,
    options: {
      xLabel: "anatomical hierarchy score",
      label: HIERARCHY_METRICS[metric] ?? metric,
      dots: true,
      ariaLabel: `${metric} along the hierarchy of visual areas`,
      ariaDescription: `${areas.length} areas from the lowest to the highest: ${order}`
    },
    caption: `Mean ± SEM over n = ${mice} ${mice === 1 ? "mouse" : "mice"}, each by the median of its units in an area. From left to right: ${order}.`,
    rows: areas.map((area) => ({
      ecephys_structure_acronym: area.acronym,
      "hierarchy score": area.score,
      mean: Number(area.mean.toPrecision(4)),
      SEM: Number(area.sem.toPrecision(2)),
      mice: area.mice
    })),
    answer: answerOf(areas, medians)
  };
}

function meanOfArea(acronym: string, score: number, medians: readonly AreaMedian[]): AreaMean[] {
  const own = medians.filter((row) => row.ecephys_structure_acronym === acronym).map((row) => row.median);
  if (own.length === 0) return [];
  return [
    {acronym, score, mean: mean(own)!, sem: (deviation(own) ?? Number.NaN) / Math.sqrt(own.length), mice: own.length}
  ];
}

/** Whether the metric follows the hierarchy over all mice, and how sure a single mouse is of that. */
function answerOf(areas: readonly AreaMean[], medians: readonly AreaMedian[]): string {
  const {r, p} = spearmanCorrelation(
    areas.map(({score}) => score),
    areas.map((area) => area.mean)
  );
  const alone = [...new Set(medians.map((row) => row.ecephys_session_id))].flatMap((id) => {
    const own = medians.filter((row) => row.ecephys_session_id === id);
    if (own.length < FEWEST_AREAS) return [];
    const scores = own.map(
      ({ecephys_structure_acronym: acronym}) => areas.find((area) => area.acronym === acronym)!.score
    );
    return [
      spearmanCorrelation(
        scores,
        own.map((row) => row.median)
      ).r
    ];
  });
  const [least, most] = extent(alone);
  const verdict =
    p < 0.05
      ? `It ${r > 0 ? "rises" : "falls"} along the hierarchy.`
      : "That is no more than chance gives: it does not show that the metric follows the hierarchy.";
  const single =
    alone.length > 1
      ? ` In single mice r lies between ${decimalText(least!, 2)} and ${decimalText(most!, 2)}, with a median of ${decimalText(median(alone)!, 2)}: one animal is no hierarchy.`
      : "";
  return `Over ${countedText(areas.length, "areas")}, Spearman’s r of the means with the scores is ${decimalText(r, 2)} (p ${p < LEAST_P ? `< ${LEAST_P}` : `= ${significantText(p, 2)}`}). ${verdict}${single}`;
}
