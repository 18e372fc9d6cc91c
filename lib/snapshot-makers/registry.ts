import {activity} from "./activity.js";
import {binnedCounts} from "./binned-counts.js";
import {contents} from "./contents.js";
import {currentSourceDensity} from "./current-source-density.js";
import {eyeSamples} from "./eye-samples.js";
import {lfp} from "./lfp.js";
import {lfpOverview} from "./lfp-overview.js";
import {lightSpikes} from "./light-spikes.js";
import {meanWaveforms, peakWaveforms} from "./mean-waveforms.js";
import {metadata} from "./metadata.js";
import {overview} from "./overview.js";
import {planted} from "./planted.js";
import type {SnapshotMaker, SnapshotParameters} from "./snapshot-maker.js";
import {spikeCounts} from "./spike-counts.js";
import {spikeEnds} from "./spike-ends.js";
import {spikeTrainFeatures} from "./spike-train-features.js";
import {spikeTrains} from "./spike-trains.js";
import {spikes} from "./spikes.js";
import {stimulusPresentations} from "./stimulus-presentations.js";
import {suggestedPair} from "./suggested-pair.js";
import {channels, invalidTimes, optogeneticStimulation, probes, stimulusConditions, units} from "./tables.js";
import {pupilData, rawRunningData, runningSpeed, screenGazeData} from "./time-series.js";

/**
 * What makes each snapshot of a session, by its name in `SessionAttachments`, in the order in which a first build or preview makes
 * them: what the first pages show, then what many pages need, then the rest.
 */
export const SNAPSHOT_MAKERS = {
  units,
  channels,
  probes,
  stimulusConditions,
  stimulusPresentations,
  activity,
  contents,
  metadata,
  invalidTimes,
  optogeneticStimulation,
  overview,
  runningSpeed,
  rawRunningData,
  peakWaveforms,
  meanWaveforms,
  spikeEnds,
  spikeTrainFeatures,
  spikes,
  spikeCounts,
  lightSpikes,
  eyeSamples,
  pupilData,
  screenGazeData,
  lfpOverview,
  lfp,
  currentSourceDensity,
  spikeTrains,
  binnedCounts,
  suggestedPair,
  planted
} satisfies Record<string, SnapshotMaker<never> | SnapshotMaker>;

export type SnapshotName = keyof typeof SNAPSHOT_MAKERS;

/** One snapshot that a site has of each session. */
export interface SessionSnapshot {
  name: SnapshotName;
  parameters: SnapshotParameters;
  /** Its file in the folder of the session, without an ending: "lfp/probeC/2". */
  path: string;
}

/** All snapshots that a site has of a session, in the order of the registry and of the values of parameters. */
export function sessionSnapshots(): SessionSnapshot[] {
  return Object.entries(SNAPSHOT_MAKERS).flatMap(([name, maker]) =>
    combinations(maker.parameters).map((parameters) => ({
      name: name as SnapshotName,
      parameters,
      path: [kebabCase(name), ...Object.values(parameters)].join("/")
    }))
  );
}

/** Every combination of the values of parameters; the last one changes first. */
function combinations(parameters: Readonly<Record<string, readonly string[]>>): SnapshotParameters[] {
  return Object.entries(parameters).reduce<SnapshotParameters[]>(
    (some, [name, values]) => some.flatMap((others) => values.map((value) => ({...others, [name]: value}))),
    [{}]
  );
}

function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
