import {correlogramChart} from "../../../lib/plot/exercises/index.js";
import {
  areaPairImage,
  correlationHistogram,
  correlationMatrixImage,
  pairChart,
  pairScatter
} from "../../../lib/plot/index.js";
import type {Drawings} from "../drawings.js";

const units = ["VISp", "VISp", "LGd"].map((ecephys_structure_acronym, i) => ({
  unit_id: i + 1,
  ecephys_structure_acronym
}));
const matrix = [1, 0.4, -0.2, 0.4, 1, Number.NaN, -0.2, Number.NaN, 1];
const correlations = [-0.4, -0.1, -0.05, 0, 0.02, 0.1, 0.12, 0.3, 0.9, Number.NaN];
const means = [
  {
    name: "measured",
    color: "#3366cc",
    edges: [0, 1, 2, 3],
    mean: [0.2, 0.1, 0.05],
    sem: [0.02, 0.01, 0.01],
    n: [10, 20, 5]
  },
  {
    name: "shuffled",
    color: "#999999",
    edges: [0, 1, 2, 3],
    mean: [0, 0.01, Number.NaN],
    sem: [0.01, 0.01, Number.NaN],
    n: [10, 20, 0]
  }
];
const axes = {xLabel: "distance (mm)", yLabel: "correlation", yDomain: [-0.2, 0.4] as const, means};

/** Pairs of units. */
export const correlationsOfPairs: Drawings = {
  areaPairImage: (width) =>
    areaPairImage(
      [
        {areas: ["VISp", "VISp"], mean: 0.12, sem: 0.01, n: 1200},
        {areas: ["LGd", "VISp"], mean: -0.05, sem: Number.NaN, n: 1}
      ],
      {width, ariaLabel: "Mean correlations of areas", label: "correlation"}
    ),
  correlationHistogram: (width) =>
    correlationHistogram(correlations, {
      width,
      ariaLabel: "Correlations",
      label: "noise correlation",
      domain: [-0.5, 0.5],
      bins: 8,
      control: {name: "shuffled", values: correlations.map((value) => value / 4)}
    }),
  correlationMatrixImage: (width) => {
    const figure = correlationMatrixImage(matrix, units, {
      width,
      ariaLabel: "Correlations of all pairs",
      label: "correlation",
      limit: 0.3
    });
    figure.mark([0, 2]);
    return figure;
  },
  correlogramChart: (width) =>
    correlogramChart(
      {edges: [-0.0015, -0.0005, 0.0005, 0.0015, 0.0025], values: [4, 6, 5, 19]},
      {
        width,
        ariaLabel: "A cross-correlogram",
        label: "pairs of spikes",
        marked: [0.0005, 0.0025],
        prediction: {
          name: "jitter",
          mean: [5, 5, 5, 6],
          lower: [2, 2, 2, 3],
          upper: [8, 8, 8, 9],
          simultaneousLower: [-1, 0, 0, 1],
          simultaneousUpper: [11, 11, 11, 12]
        }
      }
    ),
  pairChart: (width) => {
    const figure = pairChart(
      {x: [0.2, 0.7, 1.5, 2.4, Number.NaN], y: [0.3, 0.1, -0.1, 0.9, 0.1]},
      {width, ariaLabel: "Correlation and distance", ...axes}
    );
    figure.mark(1);
    return figure;
  },
  "pairChart of many pairs": (width) => {
    const pairs = Array.from({length: 3001}, (_, i) => (i % 12) / 4);
    return pairChart({x: pairs, y: pairs.map((x) => 0.3 - x / 8)}, {width, ariaLabel: "Many pairs", ...axes});
  },
  pairScatter: (width) =>
    pairScatter([0, 1, 1, 2, 5], [1, 1, 1, 3, -2], {
      width,
      ariaLabel: "Two units",
      xLabel: "unit 1",
      yLabel: "unit 2",
      xColor: "#3366cc",
      yColor: "#cc6633",
      points: "presentations",
      nameOf: (point) => `presentation ${point}`
    })
};
