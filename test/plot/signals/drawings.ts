import {
  eyeEllipses,
  gazeMap,
  probeTraces,
  rangeStrip,
  signalImage,
  traceChart,
  waveformPanels
} from "../../../lib/plot/index.js";
import type {Drawings} from "../drawings.js";

const ellipse = (center_x: number, width: number, phi: number) => ({
  center_x,
  center_y: 220,
  width,
  height: 0.8 * width,
  phi
});
const times = Array.from({length: 12}, (_, i) => i / 10);
const wave = (height: number) => times.map((time) => -height * Math.exp(-20 * (time - 0.4) ** 2) * Math.cos(3 * time));
const stimuli = [{stimulus_name: "flashes", start: 0.2, stop: 0.45}];

/** What was measured continuously. */
export const signals: Drawings = {
  traceChart: (width) => {
    const figure = traceChart(
      {times, values: times.map((time, i) => (i === 5 ? Number.NaN : 30 * Math.sin(5 * time)))},
      {width, ariaLabel: "Running", label: "running speed (cm/s)", unit: "cm/s", include: 40, stimuli}
    );
    figure.mark(0.65);
    return figure;
  },
  rangeStrip: (width) => {
    const figure = rangeStrip(
      {start: 0, width: 10, minimum: [0, -1, 2, Number.NaN, 0], maximum: [10, 12, 40, Number.NaN, 5]},
      {
        width,
        ariaLabel: "Running over the session",
        label: "running speed (cm/s)",
        unit: "cm/s",
        held: [
          [5, 15],
          [30, 60]
        ]
      }
    );
    figure.mark([8, 12]);
    return figure;
  },
  signalImage: (width) =>
    signalImage(
      {
        values: [4, 3].flatMap((height) => wave(100 * height)).concat(times.map(() => Number.NaN)),
        times,
        rows: [
          {name: "channel 1", position: 40, acronym: "LGd"},
          {name: "channel 2", position: 80, acronym: "LGd"},
          {name: "channel 3", position: 3000, acronym: null}
        ]
      },
      {width, ariaLabel: "LFP of a probe", label: "µV", limit: 300, stimuli}
    ),
  probeTraces: (width) =>
    probeTraces(
      [
        {name: "channel 1", horizontal: 11, vertical: 40, acronym: "CA1", values: wave(60)},
        {name: "channel 2", horizontal: 43, vertical: 40, acronym: "CA1", values: wave(120), isPeak: true},
        {name: "channel 3", horizontal: 11, vertical: 60, acronym: "CA3", values: wave(30)}
      ],
      {width, ariaLabel: "A unit's waveform on its channels", times}
    ),
  waveformPanels: (width) => {
    const figure = waveformPanels(
      [1, 2, 3, 4, 5, 6].map((unit_id) => ({
        unit_id,
        acronym: unit_id < 4 ? "VISp" : unit_id < 6 ? "CA1" : null,
        values: wave(20 * unit_id),
        times,
        detail: unit_id === 1 ? "narrow" : undefined
      })),
      {width, ariaLabel: "Mean waveforms"}
    );
    figure.frame(2);
    return figure;
  },
  eyeEllipses: (width) => {
    const figure = eyeEllipses({width, ariaLabel: "The eye"});
    const failed = {...ellipse(Number.NaN, 10, 0)};
    figure.show({eye: ellipse(240, 220, 0.1), pupil: ellipse(250, 90, 0), corneal_reflection: failed}, "at 12.5 s");
    return figure;
  },
  gazeMap: (width) =>
    gazeMap(
      {
        times,
        x: times.map((time) => 10 * Math.cos(6 * time)),
        y: times.map((time, i) => (i === 3 ? Number.NaN : 5 * Math.sin(6 * time))),
        stimuli: times.map((time) => (time < 0.5 ? "flashes" : null))
      },
      {width, ariaLabel: "Where the eye looked", unit: "cm", colorBy: "time"}
    ),
  "gazeMap by stimulus": (width) =>
    gazeMap(
      {times, x: times, y: times.map((time) => 2 * time), stimuli: times.map((time) => (time < 0.5 ? "gabors" : null))},
      {width, ariaLabel: "Where the eye looked", unit: "degrees", colorBy: "stimulus"}
    )
};
