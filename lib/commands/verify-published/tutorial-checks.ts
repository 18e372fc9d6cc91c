import type {EcephysProjectCache} from "../../project/index.js";
import type {EcephysSession} from "../../session/index.js";
import type {Check, Printed} from "./check.js";
import {type Row, rowsOf} from "./project-checks.js";
import {TUTORIAL_EPOCHS} from "./tutorial-epochs.js";
import {lfpChecks} from "./tutorial-lfp-checks.js";

/** The tutorial's session. */
export const TUTORIAL_SESSION = 756029989;

/** Statistics of the units of one condition as printed: unit, condition, spikes, mean, standard deviation, standard error. */
type PrintedStatistics = readonly [unit: number, spikes: number, mean: string, deviation: string, error: string];

const CONDITION = 246;
const STATISTICS: readonly PrintedStatistics[] = [
  [951799336, 13, "0.866667", "1.995232", "0.515167"],
  [951800977, 26, "1.733333", "2.737743", "0.706882"],
  [951801127, 103, "6.866667", "7.414914", "1.914523"],
  [951801187, 4, "0.266667", "0.593617", "0.153271"],
  [951801462, 83, "5.533333", "2.587516", "0.668094"]
];

/** The condition that drives a unit most: unit, spikes, mean, standard deviation, orientation (deg), temporal frequency (Hz). */
const PREFERRED: readonly (readonly [number, number, string, string, number, number])[] = [
  [951799336, 81, "5.400000", "9.287472", 0, 4],
  [951800977, 41, "2.733333", "2.840188", 45, 1],
  [951801127, 209, "13.933333", "9.728211", 90, 1],
  [951801187, 53, "3.533333", "5.902380", 270, 4],
  [951801462, 136, "9.066667", "5.161211", 45, 2]
];

const STIMULI =
  "spontaneous,gabors,flashes,drifting_gratings,natural_movie_three,natural_movie_one,static_gratings,natural_scenes";

/** What the tutorial prints of its session. */
export function tutorialChecks(cache: EcephysProjectCache, session: EcephysSession): Check[] {
  const gratings = async () => rowsOf(await session.stimulusTable("drifting_gratings"));
  const highSnr = async () =>
    rowsOf(await session.units())
      .filter((unit) => Number(unit.snr) > 4)
      .map((unit) => Number(unit.unit_id));
  const statistics = async (unit: number) => {
    const ids = (await gratings()).map((row) => Number(row.stimulus_presentation_id));
    return rowsOf(await session.conditionwiseSpikeStatistics(ids, [unit]));
  };
  const unit = 951816951;
  const train = async () => (await session.spikeTimes([unit])).get(unit) ?? new Float64Array();
  return [
    {what: "session start", expected: "2018-10-26T12:59:18-07:00", find: () => session.sessionStartTime},
    {what: "units", expected: 684, find: async () => (await session.units()).numRows()},
    {what: "units with snr > 4", expected: 81, find: async () => (await highSnr()).length},
    {what: "stimuli", expected: STIMULI.split(","), find: () => session.stimulusNames()},
    {what: `unit ${unit}: spikes`, expected: 236_169, find: async () => (await train()).length},
    {
      what: `unit ${unit}: first spikes (s)`,
      expected: ["3.81328401", "4.20301799", "4.30151816"],
      find: async () => (await train()).slice(0, 3)
    },
    {
      what: `unit ${unit}: last spikes (s)`,
      expected: ["9966.15988", "9966.17945", "9966.19655"],
      find: async () => (await train()).slice(-3)
    },
    {what: "epochs", expected: TUTORIAL_EPOCHS.length, find: async () => (await session.stimulusEpochs()).numRows()},
    ...TUTORIAL_EPOCHS.map((expected, epoch) => ({
      what: `epoch ${epoch}`,
      expected,
      find: async () => {
        const row = rowsOf(await session.stimulusEpochs())[epoch];
        return row && [row.start_time, row.stop_time, row.stimulus_name, row.stimulus_block];
      }
    })),
    ...presentationChecks(session),
    ...parameterChecks(session),
    {
      what: "first spikes in drifting gratings, of units with snr > 4: time (s), unit, time since onset (s)",
      expected: [
        ["1585.734841", 951817927, "0.000423"],
        ["1585.736862", 951812742, "0.002444"],
        ["1585.738591", 951805427, "0.004173"],
        ["1585.738941", 951816951, "0.004523"],
        ["1585.738995", 951820510, "0.004577"]
      ],
      find: async () => {
        const ids = (await gratings()).map((row) => Number(row.stimulus_presentation_id));
        const first = rowsOf(await session.presentationwiseSpikeTimes(ids.slice(0, 1), await highSnr())).slice(0, 5);
        return first.map((row) => [row.spike_time, row.unit_id, row.time_since_stimulus_presentation_onset]);
      }
    },
    ...STATISTICS.map(([id, ...expected]) => ({
      what: `condition ${CONDITION}, unit ${id}: presentations, spikes, mean, sd, sem`,
      expected: [15, ...expected],
      find: async () => {
        const row = (await statistics(id)).find((each) => each.stimulus_condition_id === CONDITION);
        return row && [row.stimulus_presentation_count, row.spike_count, row.spike_mean, row.spike_std, row.spike_sem];
      }
    })),
    ...PREFERRED.map(([id, ...expected]) => ({
      what: `preferred condition of unit ${id}: spikes, mean, sd, orientation, temporal frequency`,
      expected: expected as Printed,
      find: async () => preferred(await statistics(id), await gratings())
    })),
    ...flashChecks(session),
    ...lightChecks(session),
    ...lfpChecks(cache, session)
  ];
}

/** The first condition with the highest mean among those shown five times or more. */
function preferred(statistics: Row[], presentations: Row[]): unknown[] {
  const repeated = statistics.filter((row) => Number(row.stimulus_presentation_count) >= 5);
  const best = repeated.reduce((a, b) => (Number(b.spike_mean) > Number(a.spike_mean) ? b : a));
  const shown = presentations.find((row) => row.stimulus_condition_id === best.stimulus_condition_id);
  return [best.spike_count, best.spike_mean, best.spike_std, shown?.orientation, shown?.temporal_frequency];
}

function presentationChecks(session: EcephysSession): Check[] {
  const shown: [number, Record<string, Printed>][] = [
    [0, {start_time: "24.429348", stop_time: "84.496188", stimulus_name: "spontaneous"}],
    [1, {start_time: "84.496188", stop_time: "84.729704", stimulus_name: "gabors", x_position: 40, y_position: 30}],
    [1, {orientation: 45, spatial_frequency: 0.08, temporal_frequency: 4}],
    [3798, {start_time: "1585.734418", stop_time: "1587.736098", stimulus_name: "drifting_gratings"}],
    [3798, {orientation: 180, temporal_frequency: 2, stimulus_condition_id: CONDITION}],
    [3799, {orientation: 135, stimulus_condition_id: 247}],
    [3801, {orientation: 270, stimulus_condition_id: 248}],
    [3802, {orientation: 135, temporal_frequency: 4, stimulus_condition_id: 249}]
  ];
  return shown.map(([id, columns]) => ({
    what: `presentation ${id}: ${Object.keys(columns).join(", ")}`,
    expected: Object.values(columns),
    find: async () => {
      const row = rowsOf(await session.stimulusPresentations())[id];
      return row && Object.keys(columns).map((name) => row[name]);
    }
  }));
}

/** The values of parameters, ascending: the run of 2020 prints them sorted, and today's in another order. */
function parameterChecks(session: EcephysSession): Check[] {
  const positions = [-40, -30, -20, -10, 0, 10, 20, 30, 40];
  const numbers: Record<string, number[]> = {
    orientation: [0, 30, 45, 60, 90, 120, 135, 150, 180, 225, 270, 315],
    temporal_frequency: [1, 2, 4, 8, 15],
    contrast: [0.8, 1],
    x_position: positions,
    y_position: positions,
    spatial_frequency: [0.02, 0.04, 0.08, 0.16, 0.32]
  };
  const valuesOf = async (name: string) =>
    ((await session.stimulusParameterValues())[name] ?? []).filter((value) => !Number.isNaN(value)); // of invalid presentations
  const numbersOf = async (name: string) =>
    (await valuesOf(name)).filter((value) => typeof value === "number").sort((a, b) => a - b);
  return [
    ...Object.entries(numbers).map(([name, expected]) => ({
      what: `values of ${name}`,
      expected,
      find: () => numbersOf(name)
    })),
    {
      what: "values of frame: how many, first, last",
      expected: [3601, -1, 3599],
      find: async () => {
        const frames = await numbersOf("frame");
        return [frames.length, frames[0], frames[frames.length - 1]];
      }
    },
    {what: "values of phase", expected: 7, find: async () => (await valuesOf("phase")).length},
    {what: "values of size", expected: 4, find: async () => (await valuesOf("size")).length}
  ];
}

/** Counts of the units with snr ≥ 1.5 around flashes, in 199 bins from 10 ms before to 400 ms after. */
function flashChecks(session: EcephysSession): Check[] {
  const edges = Float64Array.from({length: 200}, (_, i) => -0.01 + (0.41 * i) / 199);
  const counts = async () => {
    const units = rowsOf(await session.units()).filter((unit) => Number(unit.snr) >= 1.5);
    const flashes = rowsOf(await session.stimulusTable("flashes"));
    const ids = flashes.map((row) => Number(row.stimulus_presentation_id));
    return session.presentationwiseSpikeCounts(
      edges,
      ids,
      units.map((unit) => Number(unit.unit_id))
    );
  };
  const ends = (list: ArrayLike<number>) => [list[0], list[list.length - 1]];
  return [
    {what: "counts around flashes: shape", expected: [150, 199, 631], find: async () => (await counts()).shape},
    {
      what: "counts around flashes: first and last presentation, unit, bin (s)",
      expected: [3647, 3796, 951814884, 951814312, "-0.00897", "0.399"],
      find: async () => {
        const {coords, dims} = await counts();
        return [...ends(coords[dims[0]]), ...ends(coords[dims[2]]), ...ends(coords[dims[1]])];
      }
    },
    {
      what: "mean counts in the first bin: three first units, three last",
      expected: ["0.02666667", "0.1000000", "0.0800000", "0.006667", 0, "0.006667"],
      find: async () => {
        const all = await counts();
        const row = all.mean(all.dims[0]).values.slice(0, all.shape[2]);
        return [...row.slice(0, 3), ...row.slice(-3)];
      }
    }
  ];
}

function lightChecks(session: EcephysSession): Check[] {
  const epochs = async () => rowsOf(await session.optogeneticStimulationEpochs());
  return [
    {what: "optogenetic epochs", expected: 180, find: async () => (await epochs()).length},
    {
      what: "optogenetic epoch 0: start, stop, stimulus, level",
      expected: ["9224.65339", "9225.65339", "raised_cosine", 1],
      find: async () => {
        const [row] = await epochs();
        return row && [row.start_time, row.stop_time, row.stimulus_name, row.level];
      }
    },
    {
      what: "optogenetic epoch 2: start, stimulus, duration",
      expected: ["9228.64353", "pulse", "0.005"],
      find: async () => {
        const row = (await epochs())[2];
        return row && [row.start_time, row.stimulus_name, row.duration];
      }
    }
  ];
}
