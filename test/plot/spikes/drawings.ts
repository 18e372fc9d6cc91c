import {eventRaster, psthChart, spikeHistogramImage, spikeRaster} from "../../../lib/plot/index.js";
import type {Drawings} from "../drawings.js";

const units = [
  {unit_id: 1, ecephys_structure_acronym: "VISp", probe_vertical_position: 3000, probe_description: "probeA"},
  {unit_id: 2, ecephys_structure_acronym: "VISp", probe_vertical_position: 2800, probe_description: "probeA"},
  {unit_id: 3, ecephys_structure_acronym: "CA1", probe_vertical_position: 1900, probe_description: "probeA"},
  {unit_id: 4, ecephys_structure_acronym: null, probe_vertical_position: 20, probe_description: "probeB"}
];
const stimulus = {stimulus_name: "flashes", start: 0, stop: 0.25};
const edges = [-0.1, 0, 0.1, 0.2, 0.3];

/** Spikes around an event. */
export const spikes: Drawings = {
  eventRaster: (width) =>
    eventRaster(
      [
        {name: "pulse 1", time: 10, spikes: [-0.004, 0.003, 0.006]},
        {name: "pulse 2", time: 12, spikes: [0.0035]},
        {name: "pulse 3", time: 14, spikes: []}
      ],
      {
        width,
        ariaLabel: "Spikes around pulses",
        domain: [-0.01, 0.02],
        timeLabel: "time from the pulse (s)",
        rows: "pulses",
        shaded: [0, 0.005]
      }
    ),
  spikeRaster: (width) =>
    spikeRaster({time: [-0.05, 0.04, 0.05, 0.06, 0.21], unit_id: [1, 1, 2, 3, 3]}, units, {
      width,
      ariaLabel: "Spikes of a presentation",
      ariaDescription: "Units by area",
      domain: [-0.1, 0.3],
      stimulus
    }),
  spikeHistogramImage: (width) =>
    spikeHistogramImage(
      {values: [0, 1, 2, 0, 4, 3, 2, 0, 1, 1, 1, 0, 0, 0, 0, 0], edges, unitIds: [1, 2, 3, 4]},
      units,
      {
        width,
        ariaLabel: "Counts of units",
        label: "spikes",
        maximum: 3,
        stimulus
      }
    ),
  psthChart: (width) =>
    psthChart(
      edges,
      [
        {name: "dark", color: "#3366cc", mean: [2, 8, 5, 3], sem: [0.5, 1, 0.75, Number.NaN], n: 12},
        {name: "bright", color: "#cc6633", mean: [2, 3, 6, 2], sem: [0.5, 0.5, 1, 0.5], n: 12}
      ],
      {width, ariaLabel: "Mean responses", over: "presentations", stimulus}
    )
};
