import {
  pulseTimeline,
  sessionContents,
  sessionOverview,
  sessionSurvey,
  stimulusTimeline
} from "../../../lib/plot/index.js";
import type {Drawings} from "../drawings.js";

const epochs = [
  {stimulus_name: "spontaneous", start_time: 0, stop_time: 10, stimulus_block: null},
  {stimulus_name: "gabors", start_time: 10, stop_time: 60, stimulus_block: 0},
  {stimulus_name: "flashes", start_time: 62, stop_time: 80, stimulus_block: 1},
  {stimulus_name: "gabors", start_time: 82, stop_time: 100, stimulus_block: 2}
];
const units = ["VISp", "VISp", "LGd", null].map((ecephys_structure_acronym, i) => ({
  unit_id: i + 1,
  ecephys_structure_acronym,
  probe_description: i < 3 ? "probeA" : "probeB",
  probe_vertical_position: 3000 - 900 * i,
  probe_horizontal_position: 11 + 16 * i,
  firing_rate: 2 * i
}));
const edges = [0, 20, 40, 60, 80, 100];
const session = (id: number, session_type: string, age_in_days: number, sex: string, full_genotype: string) => ({
  id,
  session_type,
  age_in_days,
  sex,
  full_genotype,
  unit_count: 500 + id,
  probe_count: 6
});
const pulse = (id: number, start_time: number, duration: number, level: number) => ({
  id,
  start_time,
  stop_time: start_time + duration,
  condition: duration > 0.5 ? "half-period of a cosine" : "a single square pulse",
  level,
  stimulus_name: duration > 0.5 ? "raised_cosine" : "pulse",
  duration
});

/** A session as a whole along its clock, and the project's sessions. */
export const sessions: Drawings = {
  stimulusTimeline: (width) =>
    stimulusTimeline(epochs, {width, ariaLabel: "Stimuli of the session", highlight: "gabors"}),
  "stimulusTimeline in thin lines": (width) =>
    stimulusTimeline(epochs, {width, ariaLabel: "Stimuli of the session", compact: true, domain: [0, 120]}),
  pulseTimeline: (width) =>
    pulseTimeline([pulse(1, 10, 0.005, 1), pulse(2, 12, 0.01, 2), pulse(3, 20, 1, 1.5), pulse(4, 30, 0.005, 2)], {
      width,
      ariaLabel: "Pulses of light",
      stressed: ({level}) => level === 2
    }),
  sessionContents: (width) =>
    sessionContents(
      [
        {kind: "stimuli", start: 0, stop: 60, size: "120 presentations", stimulus_name: "gabors"},
        {kind: "stimuli", start: 62, stop: 80, size: "40 presentations", stimulus_name: "flashes"},
        {kind: "running speed", start: 0, stop: 100, size: "6,000 samples"},
        {kind: "invalid times", start: 30, stop: 32, size: "all probes", invalid: true}
      ],
      {width, ariaLabel: "What the files hold"}
    ),
  sessionOverview: (width) =>
    sessionOverview(
      {
        units,
        channels: units,
        epochs,
        activity: {edges, counts: new Map(units.map(({unit_id}) => [unit_id, [1, 4, 2, 8, 3].map((n) => n * unit_id)]))}
      },
      {width}
    ),
  sessionSurvey: (width) =>
    sessionSurvey(
      [
        session(1, "brain_observatory_1.1", 100, "M", "wt/wt"),
        session(2, "functional_connectivity", 100, "F", "wt/wt"),
        session(3, "brain_observatory_1.1", 126, "F", "Sst-IRES-Cre/wt;Ai32(RCL-ChR2(H134R)_EYFP)/wt"),
        session(4, "brain_observatory_1.1", 127, "M", "wt/wt")
      ],
      {width, ariaLabel: "Sessions by the age of the mouse", stressed: ({sex}) => sex === "F"}
    )
};
