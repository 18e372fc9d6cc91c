// The snapshots of this session, and the way to them: a page says what it needs, and gets a session.
//
//   const session = await openSession("units", "stimulusPresentations", {spikes: "flashes"});
//
// Framework finds the files that a site consists of by reading this module, so each stands here word for word. None is
// fetched before somebody asks.
import {FileAttachment} from "observablehq:stdlib";
import {verifiedFiles} from "../components/verified-files.js";
import {sessionOpener} from "../lib/index.js";

const attachments = {
  units: FileAttachment(`../data/${observable.params.session}/units.arrow`),
  channels: FileAttachment(`../data/${observable.params.session}/channels.arrow`),
  probes: FileAttachment(`../data/${observable.params.session}/probes.arrow`),
  stimulusPresentations: FileAttachment(`../data/${observable.params.session}/stimulus-presentations.arrow`),
  stimulusConditions: FileAttachment(`../data/${observable.params.session}/stimulus-conditions.arrow`),
  invalidTimes: FileAttachment(`../data/${observable.params.session}/invalid-times.arrow`),
  metadata: FileAttachment(`../data/${observable.params.session}/metadata.arrow`),
  optogeneticStimulation: FileAttachment(`../data/${observable.params.session}/optogenetic-stimulation.arrow`),
  runningSpeed: FileAttachment(`../data/${observable.params.session}/running-speed.arrow`),
  rawRunningData: FileAttachment(`../data/${observable.params.session}/raw-running-data.arrow`),
  meanWaveforms: FileAttachment(`../data/${observable.params.session}/mean-waveforms.arrow`),
  peakWaveforms: FileAttachment(`../data/${observable.params.session}/peak-waveforms.arrow`),
  lightSpikes: FileAttachment(`../data/${observable.params.session}/light-spikes.arrow`),
  contents: FileAttachment(`../data/${observable.params.session}/contents.arrow`),
  activity: FileAttachment(`../data/${observable.params.session}/activity.arrow`),
  overview: FileAttachment(`../data/${observable.params.session}/overview.arrow`),
  eyeSamples: FileAttachment(`../data/${observable.params.session}/eye-samples.arrow`),
  spikeEnds: FileAttachment(`../data/${observable.params.session}/spike-ends.arrow`),
  spikeTrainFeatures: FileAttachment(`../data/${observable.params.session}/spike-train-features.arrow`),
  suggestedPair: FileAttachment(`../data/${observable.params.session}/suggested-pair.arrow`),
  planted: FileAttachment(`../data/${observable.params.session}/planted.arrow`),
  spikes: {
    drifting_gratings: FileAttachment(`../data/${observable.params.session}/spikes/drifting_gratings.arrow`),
    static_gratings: FileAttachment(`../data/${observable.params.session}/spikes/static_gratings.arrow`),
    flashes: FileAttachment(`../data/${observable.params.session}/spikes/flashes.arrow`),
    gabors: FileAttachment(`../data/${observable.params.session}/spikes/gabors.arrow`),
    natural_scenes: FileAttachment(`../data/${observable.params.session}/spikes/natural_scenes.arrow`),
    natural_movie_one: FileAttachment(`../data/${observable.params.session}/spikes/natural_movie_one.arrow`),
    spontaneous: FileAttachment(`../data/${observable.params.session}/spikes/spontaneous.arrow`),
    dot_motion: FileAttachment(`../data/${observable.params.session}/spikes/dot_motion.arrow`),
    drifting_gratings_75_repeats: FileAttachment(
      `../data/${observable.params.session}/spikes/drifting_gratings_75_repeats.arrow`
    ),
    drifting_gratings_contrast: FileAttachment(
      `../data/${observable.params.session}/spikes/drifting_gratings_contrast.arrow`
    )
  },
  spikeCounts: {
    drifting_gratings: FileAttachment(`../data/${observable.params.session}/spike-counts/drifting_gratings.arrow`),
    static_gratings: FileAttachment(`../data/${observable.params.session}/spike-counts/static_gratings.arrow`),
    flashes: FileAttachment(`../data/${observable.params.session}/spike-counts/flashes.arrow`),
    gabors: FileAttachment(`../data/${observable.params.session}/spike-counts/gabors.arrow`),
    natural_scenes: FileAttachment(`../data/${observable.params.session}/spike-counts/natural_scenes.arrow`),
    natural_movie_one: FileAttachment(`../data/${observable.params.session}/spike-counts/natural_movie_one.arrow`),
    spontaneous: FileAttachment(`../data/${observable.params.session}/spike-counts/spontaneous.arrow`),
    dot_motion: FileAttachment(`../data/${observable.params.session}/spike-counts/dot_motion.arrow`),
    drifting_gratings_75_repeats: FileAttachment(
      `../data/${observable.params.session}/spike-counts/drifting_gratings_75_repeats.arrow`
    ),
    drifting_gratings_contrast: FileAttachment(
      `../data/${observable.params.session}/spike-counts/drifting_gratings_contrast.arrow`
    )
  },
  binnedCounts: {
    drifting_gratings: FileAttachment(`../data/${observable.params.session}/binned-counts/drifting_gratings.arrow`),
    drifting_gratings_75_repeats: FileAttachment(
      `../data/${observable.params.session}/binned-counts/drifting_gratings_75_repeats.arrow`
    ),
    drifting_gratings_contrast: FileAttachment(
      `../data/${observable.params.session}/binned-counts/drifting_gratings_contrast.arrow`
    ),
    static_gratings: FileAttachment(`../data/${observable.params.session}/binned-counts/static_gratings.arrow`),
    dot_motion: FileAttachment(`../data/${observable.params.session}/binned-counts/dot_motion.arrow`),
    gabors: FileAttachment(`../data/${observable.params.session}/binned-counts/gabors.arrow`),
    natural_scenes: FileAttachment(`../data/${observable.params.session}/binned-counts/natural_scenes.arrow`),
    flashes: FileAttachment(`../data/${observable.params.session}/binned-counts/flashes.arrow`)
  },
  spikeTrains: {
    probeA: FileAttachment(`../data/${observable.params.session}/spike-trains/probeA.arrow`),
    probeB: FileAttachment(`../data/${observable.params.session}/spike-trains/probeB.arrow`),
    probeC: FileAttachment(`../data/${observable.params.session}/spike-trains/probeC.arrow`),
    probeD: FileAttachment(`../data/${observable.params.session}/spike-trains/probeD.arrow`),
    probeE: FileAttachment(`../data/${observable.params.session}/spike-trains/probeE.arrow`),
    probeF: FileAttachment(`../data/${observable.params.session}/spike-trains/probeF.arrow`)
  },
  lfp: {
    probeA: [
      FileAttachment(`../data/${observable.params.session}/lfp/probeA/0.arrow`),
      FileAttachment(`../data/${observable.params.session}/lfp/probeA/1.arrow`),
      FileAttachment(`../data/${observable.params.session}/lfp/probeA/2.arrow`),
      FileAttachment(`../data/${observable.params.session}/lfp/probeA/3.arrow`)
    ],
    probeB: [
      FileAttachment(`../data/${observable.params.session}/lfp/probeB/0.arrow`),
      FileAttachment(`../data/${observable.params.session}/lfp/probeB/1.arrow`),
      FileAttachment(`../data/${observable.params.session}/lfp/probeB/2.arrow`),
      FileAttachment(`../data/${observable.params.session}/lfp/probeB/3.arrow`)
    ],
    probeC: [
      FileAttachment(`../data/${observable.params.session}/lfp/probeC/0.arrow`),
      FileAttachment(`../data/${observable.params.session}/lfp/probeC/1.arrow`),
      FileAttachment(`../data/${observable.params.session}/lfp/probeC/2.arrow`),
      FileAttachment(`../data/${observable.params.session}/lfp/probeC/3.arrow`)
    ],
    probeD: [
      FileAttachment(`../data/${observable.params.session}/lfp/probeD/0.arrow`),
      FileAttachment(`../data/${observable.params.session}/lfp/probeD/1.arrow`),
      FileAttachment(`../data/${observable.params.session}/lfp/probeD/2.arrow`),
      FileAttachment(`../data/${observable.params.session}/lfp/probeD/3.arrow`)
    ],
    probeE: [
      FileAttachment(`../data/${observable.params.session}/lfp/probeE/0.arrow`),
      FileAttachment(`../data/${observable.params.session}/lfp/probeE/1.arrow`),
      FileAttachment(`../data/${observable.params.session}/lfp/probeE/2.arrow`),
      FileAttachment(`../data/${observable.params.session}/lfp/probeE/3.arrow`)
    ],
    probeF: [
      FileAttachment(`../data/${observable.params.session}/lfp/probeF/0.arrow`),
      FileAttachment(`../data/${observable.params.session}/lfp/probeF/1.arrow`),
      FileAttachment(`../data/${observable.params.session}/lfp/probeF/2.arrow`),
      FileAttachment(`../data/${observable.params.session}/lfp/probeF/3.arrow`)
    ]
  },
  lfpOverview: {
    probeA: FileAttachment(`../data/${observable.params.session}/lfp-overview/probeA.arrow`),
    probeB: FileAttachment(`../data/${observable.params.session}/lfp-overview/probeB.arrow`),
    probeC: FileAttachment(`../data/${observable.params.session}/lfp-overview/probeC.arrow`),
    probeD: FileAttachment(`../data/${observable.params.session}/lfp-overview/probeD.arrow`),
    probeE: FileAttachment(`../data/${observable.params.session}/lfp-overview/probeE.arrow`),
    probeF: FileAttachment(`../data/${observable.params.session}/lfp-overview/probeF.arrow`)
  },
  currentSourceDensity: {
    probeA: FileAttachment(`../data/${observable.params.session}/current-source-density/probeA.arrow`),
    probeB: FileAttachment(`../data/${observable.params.session}/current-source-density/probeB.arrow`),
    probeC: FileAttachment(`../data/${observable.params.session}/current-source-density/probeC.arrow`),
    probeD: FileAttachment(`../data/${observable.params.session}/current-source-density/probeD.arrow`),
    probeE: FileAttachment(`../data/${observable.params.session}/current-source-density/probeE.arrow`),
    probeF: FileAttachment(`../data/${observable.params.session}/current-source-density/probeF.arrow`)
  },
  pupilData: [
    FileAttachment(`../data/${observable.params.session}/pupil-data/0.arrow`),
    FileAttachment(`../data/${observable.params.session}/pupil-data/1.arrow`),
    FileAttachment(`../data/${observable.params.session}/pupil-data/2.arrow`),
    FileAttachment(`../data/${observable.params.session}/pupil-data/3.arrow`),
    FileAttachment(`../data/${observable.params.session}/pupil-data/4.arrow`),
    FileAttachment(`../data/${observable.params.session}/pupil-data/5.arrow`),
    FileAttachment(`../data/${observable.params.session}/pupil-data/6.arrow`),
    FileAttachment(`../data/${observable.params.session}/pupil-data/7.arrow`),
    FileAttachment(`../data/${observable.params.session}/pupil-data/8.arrow`),
    FileAttachment(`../data/${observable.params.session}/pupil-data/9.arrow`),
    FileAttachment(`../data/${observable.params.session}/pupil-data/10.arrow`),
    FileAttachment(`../data/${observable.params.session}/pupil-data/11.arrow`)
  ],
  screenGazeData: [
    FileAttachment(`../data/${observable.params.session}/screen-gaze-data/0.arrow`),
    FileAttachment(`../data/${observable.params.session}/screen-gaze-data/1.arrow`),
    FileAttachment(`../data/${observable.params.session}/screen-gaze-data/2.arrow`),
    FileAttachment(`../data/${observable.params.session}/screen-gaze-data/3.arrow`),
    FileAttachment(`../data/${observable.params.session}/screen-gaze-data/4.arrow`),
    FileAttachment(`../data/${observable.params.session}/screen-gaze-data/5.arrow`),
    FileAttachment(`../data/${observable.params.session}/screen-gaze-data/6.arrow`),
    FileAttachment(`../data/${observable.params.session}/screen-gaze-data/7.arrow`),
    FileAttachment(`../data/${observable.params.session}/screen-gaze-data/8.arrow`),
    FileAttachment(`../data/${observable.params.session}/screen-gaze-data/9.arrow`),
    FileAttachment(`../data/${observable.params.session}/screen-gaze-data/10.arrow`),
    FileAttachment(`../data/${observable.params.session}/screen-gaze-data/11.arrow`)
  ]
};

export const {openSession, openSummaries, choicesOf} = sessionOpener(
  verifiedFiles(attachments, Number(observable.params.session))
);
