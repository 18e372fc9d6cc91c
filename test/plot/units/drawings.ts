import {
  countHistogram,
  filterHistogram,
  metricHistogram,
  structureCountChart,
  unitDepthChart
} from "../../../lib/plot/index.js";
import type {Drawings} from "../drawings.js";

const unit = (
  unit_id: number,
  probe_description: string,
  probe_vertical_position: number,
  ecephys_structure_acronym: string | null
) => ({
  unit_id,
  probe_description,
  probe_vertical_position,
  probe_horizontal_position: 11 + 16 * (unit_id % 4),
  ecephys_structure_acronym
});
const placed = [
  unit(1, "probeA", 3000, "VISp"),
  unit(2, "probeA", 2800, "VISp"),
  unit(3, "probeA", 2800, "VISp"),
  unit(7, "probeA", 2800, "VISp"),
  unit(4, "probeA", 1800, "CA1"),
  unit(5, "probeB", 1200, "LGd"),
  unit(6, "probeB", 40, null)
];
const channels = Array.from({length: 40}, (_, i) => ({
  probe_description: i < 20 ? "probeA" : "probeB",
  probe_vertical_position: 160 * (i % 20),
  ecephys_structure_acronym: i % 20 > 14 ? "VISp" : i % 20 > 8 ? "CA1" : i % 20 > 4 ? "LGd" : null
}));
const metric = [0.1, 0.2, 0.25, 0.4, 0.45, 0.7, 1.2, 1.9, Number.NaN];

/** Units: where they lie, how many, how good. */
export const units: Drawings = {
  unitDepthChart: (width) => {
    const figure = unitDepthChart(placed, {width, ariaLabel: "Units on probes", describe: () => "4.0 spikes/s"});
    return figure;
  },
  "unitDepthChart with channels, weights and a ring": (width) => {
    const figure = unitDepthChart(placed, {width, channels, ariaLabel: "Units on probes"});
    figure.weigh([0, 0.2, 0.4, 0.6, 0.8, 1, Number.NaN]);
    figure.stress(new Set([1, 4]));
    figure.point(4);
    return figure;
  },
  structureCountChart: (width) =>
    structureCountChart(
      [
        {acronym: "LGd", units: 12, kept: 12},
        {acronym: "VISp", units: 40, kept: 25},
        {acronym: null, units: 3, kept: 0}
      ],
      {width, ariaLabel: "Units of areas"}
    ),
  metricHistogram: (width) =>
    metricHistogram(metric, {
      width,
      ariaLabel: "Interspike-interval violations",
      label: "isi_violations",
      bins: 6,
      limit: {value: 0.5, keep: "below"}
    }),
  "metricHistogram of one value": (width) =>
    metricHistogram([2, 2, 2], {width, ariaLabel: "A metric of one value", label: "metric"}),
  filterHistogram: (width) => {
    const figure = filterHistogram(metric, {
      width,
      ariaLabel: "Interspike-interval violations",
      label: "isi_violations",
      of: "units",
      bins: 6,
      limit: 0.5,
      onRange: () => {}
    });
    figure.show(metric.map((value) => value < 0.5));
    figure.select([0.2, 0.6]);
    return figure;
  },
  countHistogram: (width) =>
    countHistogram(
      {range: [0, 10], counts: [1200, 300, 20, 4, 0, 7]},
      {
        width,
        ariaLabel: "Units by rate",
        label: "firing rate (spikes/s)",
        of: "units",
        limit: {value: 5, keep: "above"}
      }
    )
};
