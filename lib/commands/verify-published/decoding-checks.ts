import {consecutiveFolds, decode} from "../../analysis/decoding/index.js";
import {designMatrix} from "../../analysis/responses/index.js";
import type {EcephysSession} from "../../session/index.js";
import {columnValues} from "../../snapshot/index.js";
import type {Check} from "./check.js";
import {rowsOf} from "./project-checks.js";

/** The session of AllenSDK's quickstart, which decodes natural scenes. */
export const DECODING_SESSION = 791319847;

const UNITS_BY_STRUCTURE = {
  VISp: 93,
  CA1: 85,
  VISrl: 58,
  VISl: 56,
  VISam: 49,
  VISal: 43,
  SUB: 41,
  CA3: 33,
  DG: 32,
  VISpm: 17,
  LGv: 16,
  LP: 9,
  LGd: 8,
  TH: 4,
  ZI: 4,
  CA2: 3,
  POL: 3,
  ProS: 1
};

/** What AllenSDK's quickstart prints of its session: in two runs, of 2020 and 2023, with the same numbers. */
export function decodingChecks(session: EcephysSession): Check[] {
  const scenes = async () => rowsOf(await session.stimulusTable("natural_scenes"));
  const unitIds = async () =>
    rowsOf(await session.units())
      .filter((unit) => unit.ecephys_structure_acronym === "VISp")
      .map((unit) => Number(unit.unit_id));
  const sceneIds = async () => (await scenes()).map((row) => Number(row.stimulus_presentation_id));
  const spikes = async () => session.presentationwiseSpikeTimes(await sceneIds(), await unitIds());
  const counts = async () => {
    const shown = await scenes();
    const column = (name: string) => shown.map((row) => Number(row[name]));
    const ids = await unitIds();
    const trains = await session.spikeTimes(ids);
    const columns = {ids: column("stimulus_presentation_id"), starts: column("start_time"), stops: column("stop_time")};
    return {...designMatrix(new Map(ids.map((id) => [id, trains.get(id)!])), columns), frames: column("frame")};
  };
  return [
    {
      what: "units, channels, probes, presentations",
      expected: [555, 2229, 6, 70_931],
      find: async () => {
        const known = await session.metadata();
        return [known.num_units, known.num_channels, known.num_probes, known.num_stimulus_presentations];
      }
    },
    {what: "session start", expected: "2019-01-08T13:55:01-08:00", find: () => session.sessionStartTime},
    ...Object.entries(UNITS_BY_STRUCTURE).map(([structure, expected]) => ({
      what: `units in ${structure}`,
      expected,
      find: async () => (await session.structurewiseUnitCounts())[structure]
    })),
    {what: "spikes of VISp in natural scenes", expected: 1_224_681, find: async () => (await spikes()).numRows()},
    {
      what: "the first of them: time (s), presentation, unit, time since onset (s)",
      expected: ["5914.084307", 51355, 951061801, "0.001665"],
      find: async () => {
        const table = await spikes();
        const names = ["spike_time", "stimulus_presentation_id", "unit_id", "time_since_stimulus_presentation_onset"];
        return names.map((name) => columnValues<number>(table, name)[0]);
      }
    },
    {
      what: "design matrix: presentations × units",
      expected: [5950, 93],
      find: async () => (await counts()).counts.shape
    },
    {
      what: "scenes shown: the first five, and the last",
      expected: [14, 0, 8, 106, 8, 95],
      find: async () => {
        const {frames} = await counts();
        return [...frames.slice(0, 5), frames[frames.length - 1]];
      }
    },
    {
      what: "accuracy of an SVC (rbf) in each of five folds",
      expected: ["0.4142857", "0.4966387", "0.4974790", "0.5067227", "0.4731092"],
      find: async () => {
        const {counts: trials, frames} = await counts();
        const [rows, columns] = trials.shape;
        const decoding = await decode({rows, columns, values: Float64Array.from(trials.values)}, frames, {
          decoder: {kind: "svm", kernel: "rbf"},
          folds: consecutiveFolds(rows, 5),
          scale: false
        });
        return decoding.foldAccuracy;
      }
    },
    {
      what: "chance",
      expected: "0.0084034",
      find: async () => 1 / new Set((await counts()).frames).size
    }
  ];
}
