import {conditionBars, conditionGrid, polarTuningChart, tuningChart, tuningPanels} from "../../../lib/plot/index.js";
import type {Drawings} from "../drawings.js";

const gratings = [0, 45, 90].flatMap((orientation, i) =>
  [2, 4].map((temporal_frequency, k) => ({
    condition: {
      stimulus_condition_id: 10 * i + k,
      stimulus_name: "drifting_gratings",
      orientation,
      temporal_frequency
    } as Record<string, unknown>,
    value: 2 * i + k + 0.5,
    sem: 0.25 * (k + 1),
    n: 15
  }))
);
const frames = Array.from({length: 320}, (_, frame) => ({
  condition: {stimulus_condition_id: frame, stimulus_name: "natural_movie_one", frame},
  value: (frame % 7) + 1,
  n: 20
}));
const tuning = (unit_id: number) => ({
  unit_id,
  color: "#3366cc",
  values: [0, 45, 90, 135],
  mean: [2, 8, 3, 1].map((mean) => mean * unit_id),
  sem: [0.5, 1, Number.NaN, 0.5],
  n: [15, 15, 1, 15],
  blank: {mean: 1.5, sem: 0.2, n: 30}
});

/** Responses to conditions and parameters of a stimulus. */
export const responses: Drawings = {
  conditionGrid: (width) => conditionGrid(gratings, {width, ariaLabel: "Responses to gratings", label: "spikes"}),
  "conditionGrid of one parameter": (width) =>
    conditionGrid(
      gratings.filter(({condition}) => condition.temporal_frequency === 2),
      {width, ariaLabel: "Responses to gratings", label: "spikes"}
    ),
  conditionBars: (width) =>
    conditionBars(
      gratings.filter(({condition}) => condition.temporal_frequency === 2),
      {width, ariaLabel: "Responses to orientations", label: "spikes"}
    ),
  "conditionBars of a film": (width) =>
    conditionBars(frames, {width, ariaLabel: "Responses to frames", label: "spikes"}),
  tuningChart: (width) => tuningChart(tuning(1), {width, ariaLabel: "Tuning", parameter: "orientation"}),
  "tuningChart with a fit over frequencies": (width) =>
    tuningChart(
      {...tuning(2), values: [1, 2, 4, 8], blank: null, fit: (value) => 8 * Math.exp(-(Math.log2(value / 2) ** 2))},
      {width, ariaLabel: "Tuning", parameter: "temporal_frequency"}
    ),
  tuningPanels: (width) => {
    const figure = tuningPanels(
      [1, 2, 3, 4, 5].map((unit_id) => ({...tuning(unit_id), stressed: unit_id !== 3})),
      {width, ariaLabel: "Tuning of units", parameter: "orientation"}
    );
    figure.frame(4);
    return figure;
  },
  polarTuningChart: (width) =>
    polarTuningChart(tuning(1), {
      size: Math.min(360, width),
      ariaLabel: "Tuning",
      parameter: "orientation",
      period: 180
    })
};
