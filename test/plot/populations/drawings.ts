import {
  categoryScatter,
  categoryShares,
  confusionMatrix,
  dendrogram,
  numberChart
} from "../../../lib/plot/exercises/index.js";
import type {Drawings} from "../drawings.js";

const categories = [
  {name: "cluster 1", color: "#3366cc"},
  {name: "cluster 2", color: "#cc6633"}
];
const line = (name: string, color: string, height: number) => ({
  name,
  color,
  points: [0, 0.1, 0.2, 0.3].map((x, i) => ({
    x,
    y: height + i / 10,
    low: height + i / 10 - 0.05,
    high: height + i / 10 + 0.05
  }))
});

/** Many units at once. */
export const populations: Drawings = {
  categoryScatter: (width) =>
    categoryScatter(
      [
        {unit_id: 1, x: 0.2, y: -1.5, category: 0, note: "VISp"},
        {unit_id: 2, x: 0.4, y: 1, category: 1},
        {unit_id: 3, x: -0.6, y: 0.5, category: 1},
        {unit_id: 4, x: Number.NaN, y: 0, category: 0}
      ],
      {width, ariaLabel: "Units", xLabel: "component 1", yLabel: "component 2", categories, symbols: true, chosen: 2}
    ),
  categoryShares: (width) =>
    categoryShares(
      [
        {name: "VISp", counts: [30, 10]},
        {name: "LGd", counts: [0, 0]}
      ],
      {width, ariaLabel: "Clusters in areas", categories, label: "share of the units"}
    ),
  confusionMatrix: (width) =>
    confusionMatrix(
      {classes: ["0", "45", "90"], counts: [12, 3, 0, 2, 10, 3, 0, 0, 0]},
      {width, ariaLabel: "Shown and decoded", label: "orientation (deg)"}
    ),
  dendrogram: (width) =>
    dendrogram(
      [
        {clusters: [0, 2], distance: 1, size: 2},
        {clusters: [1, 3], distance: 1.5, size: 2},
        {clusters: [4, 5], distance: 4, size: 4}
      ],
      {
        width,
        ariaLabel: "A tree of units",
        cut: 2,
        colorOf: (row) => categories[row % 2].color,
        nameOf: (row) => `unit ${row}`
      }
    ),
  numberChart: (width) =>
    numberChart([line("VISp", "#3366cc", 0.3), line("LGd", "#cc6633", 0.5)], {
      width,
      ariaLabel: "Accuracy over time",
      xLabel: "time from onset (s)",
      label: "accuracy",
      dots: true,
      level: {name: "chance", value: 0.25, low: 0.2, high: 0.3},
      marked: {x: 0.1, name: "chosen"},
      include: [0]
    })
};
