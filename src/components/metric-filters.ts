import {type FilterHistogram, filterHistogram} from "../lib/plot/index.js";
import {afterPaint} from "./after-paint.js";
import type {Input} from "./input-row.js";
import {followUrlState, readUrlState, writeUrlState} from "./url-state.js";

/** A metric to filter by. */
export interface FilterMetric {
  name: string;
  /** Its name with its unit. */
  label: string;
  /** One for each row. */
  values: ArrayLike<number>;
  /** A limit that was applied before, to be shown. */
  limit?: number;
}

/** The range of each metric that is filtered by. */
export type MetricRanges = Readonly<Record<string, readonly [least: number, most: number]>>;

/** Linked histograms: a range chosen in one filters the rows of all. */
export interface MetricFilters extends Input<MetricRanges> {
  /** Draws the rows that are kept strong in every histogram. */
  show(kept: ArrayLike<boolean>): void;
}

/** Histograms of metrics, each to filter by; the ranges stay in the page's address. */
export function metricFilters(
  metrics: readonly FilterMetric[],
  {of, width}: {of: string; width: number}
): MetricFilters {
  const root = document.createElement("div");
  root.className = "figures";
  const ranges: Record<string, readonly [number, number]> = {};
  const keyOf = (name: string) => `range-${name}`;
  const tell = afterPaint(() => root.dispatchEvent(new Event("input", {bubbles: true})));
  const histograms = metrics.map(({name, label, values, limit}): FilterHistogram => {
    const histogram = filterHistogram(values, {
      width,
      label,
      of,
      limit,
      ariaLabel: `Histogram of ${name}`,
      ariaDescription: `Number of ${of} by ${label}. Enter on a bin begins a range, Enter on another ends it, Escape takes it away`,
      onRange: (range) => {
        if (range) ranges[name] = range;
        else delete ranges[name];
        writeUrlState(keyOf(name), range ? range.map((edge) => Number(edge.toPrecision(5))).join("~") : null);
        tell();
      }
    });
    const showKept = (text: string | null) => {
      const kept = (text ?? "").split("~").map(Number);
      if (kept.length === 2 && kept.every(Number.isFinite) && kept[0] <= kept[1]) ranges[name] = [kept[0], kept[1]];
      else delete ranges[name];
      histogram.select(ranges[name] ?? null);
    };
    showKept(readUrlState(keyOf(name)));
    followUrlState(keyOf(name), (text) => {
      showKept(text);
      tell();
    });
    return histogram;
  });
  root.append(...histograms);
  return Object.defineProperty(
    Object.assign(root, {
      show: (kept: ArrayLike<boolean>) => {
        for (const histogram of histograms) histogram.show(kept);
      }
    }),
    "value",
    {
      get: () => ({...ranges}),
      set: (wanted: MetricRanges) => {
        for (const [i, {name}] of metrics.entries()) {
          delete ranges[name];
          if (wanted[name]) ranges[name] = wanted[name];
          histograms[i].select(wanted[name] ?? null);
          writeUrlState(keyOf(name), wanted[name] ? wanted[name].join("~") : null);
        }
      }
    }
  ) as unknown as MetricFilters;
}
