import {NATURAL_SCENE_COUNT} from "./image-selectivity.js";
import {MonitorClock} from "./monitor-clock.js";
import type {Presentation, StimulusName} from "./presentation.js";
import {RandomStream} from "./random-stream.js";

/** The parameter values of each stimulus class, those of brain_observatory_1.1. */
export const STIMULUS_SET = {
  gabors: {positions: [-40, -30, -20, -10, 0, 10, 20, 30, 40], orientations: [0, 45, 90]},
  driftingGratings: {directions: [0, 45, 90, 135, 180, 225, 270, 315], temporalFrequencies: [1, 2, 4, 8, 15]},
  staticGratings: {
    orientations: [0, 30, 60, 90, 120, 150],
    spatialFrequencies: [0.02, 0.04, 0.08, 0.16, 0.32],
    phases: [0, 0.25, 0.5, 0.75]
  },
  /** Frames shown of each movie, at 30 Hz: the first seconds of the original's. */
  movieFrames: {natural_movie_one: 300, natural_movie_three: 360}
} as const;

type Parameters = Partial<Presentation>;

/**
 * The session's visual stimuli in order of time: each class in one or two blocks, shuffled within a block, with spontaneous activity (grey
 * screen) between blocks. Stimuli last as long as the real ones; there are fewer repeats and blocks.
 */
export function makeStimulusSequence(seed: number): Presentation[] {
  const random = new RandomStream(seed, "stimulus-sequence");
  const clock = new MonitorClock(13.4293, new RandomStream(seed, "monitor-clock"));
  const presentations: Presentation[] = [];
  const indices = new Map<StimulusName, number>();
  let block = 0;

  const show = (stimulusName: StimulusName, seconds: number, parameters: Parameters, blockNumber: number) => {
    const start = clock.now;
    const stop = clock.advance(MonitorClock.frames(seconds));
    const index = stimulusName === "spontaneous" ? Number.NaN : (indices.get(stimulusName) ?? indices.size);
    if (!Number.isNaN(index)) indices.set(stimulusName, index);
    const id = presentations.length;
    presentations.push({...INAPPLICABLE, ...parameters, id, stimulusName, index, block: blockNumber, start, stop});
  };
  const showBlock = (stimulusName: StimulusName, seconds: number, gap: number, trials: Parameters[]) => {
    trials.forEach((trial, i) => {
      if (i > 0 && gap > 0) clock.advance(MonitorClock.frames(gap));
      show(stimulusName, seconds, trial, block);
    });
    block++;
  };
  const pause = (seconds: number) => show("spontaneous", seconds, {}, Number.NaN);
  const repeat = (trials: Parameters[], times: number) =>
    random.shuffle(Array.from({length: times}, () => trials).flat());
  const blanks = (count: number): Parameters[] => Array.from({length: count}, () => ({}));
  const movie = (name: keyof typeof STIMULUS_SET.movieFrames, times: number) => {
    const frames = Array.from({length: STIMULUS_SET.movieFrames[name]}, (_, frame) => ({frame, orientation: 0}));
    showBlock(name, 1 / 30, 0, Array.from({length: times}, () => frames).flat());
  };

  pause(25);
  showBlock("gabors", 0.25, 0, repeat(gabors(), 3));
  pause(10);
  showBlock("flashes", 0.25, 1.75, repeat([flash(1), flash(-1)], 32));
  pause(12);
  showBlock("drifting_gratings", 2, 1, random.shuffle([...repeat(driftingGratings(), 2), ...blanks(4)]));
  pause(8);
  movie("natural_movie_three", 3);
  pause(8);
  movie("natural_movie_one", 4);
  pause(8);
  showBlock("drifting_gratings", 2, 1, random.shuffle([...repeat(driftingGratings(), 3), ...blanks(6)]));
  pause(40);
  showBlock("static_gratings", 0.25, 0, random.shuffle([...repeat(staticGratings(), 2), ...blanks(8)]));
  pause(8);
  showBlock("natural_scenes", 0.25, 0, repeat(naturalScenes(), 2));
  pause(8);
  showBlock("static_gratings", 0.25, 0, random.shuffle([...repeat(staticGratings(), 1), ...blanks(4)]));
  pause(8);
  showBlock("natural_scenes", 0.25, 0, repeat(naturalScenes(), 2));
  pause(10);
  return presentations;
}

const INAPPLICABLE = {
  orientation: Number.NaN,
  temporalFrequency: Number.NaN,
  spatialFrequency: Number.NaN,
  phase: Number.NaN,
  xPosition: Number.NaN,
  yPosition: Number.NaN,
  polarity: Number.NaN,
  frame: Number.NaN
};

function gabors(): Parameters[] {
  const {positions, orientations} = STIMULUS_SET.gabors;
  return positions.flatMap((xPosition) =>
    positions.flatMap((yPosition) =>
      orientations.map((orientation) => ({xPosition, yPosition, orientation, temporalFrequency: 4}))
    )
  );
}

function flash(polarity: number): Parameters {
  return {polarity, orientation: 0};
}

function driftingGratings(): Parameters[] {
  const {directions, temporalFrequencies} = STIMULUS_SET.driftingGratings;
  return directions.flatMap((orientation) =>
    temporalFrequencies.map((temporalFrequency) => ({orientation, temporalFrequency}))
  );
}

function staticGratings(): Parameters[] {
  const {orientations, spatialFrequencies, phases} = STIMULUS_SET.staticGratings;
  return orientations.flatMap((orientation) =>
    spatialFrequencies.flatMap((spatialFrequency) => phases.map((phase) => ({orientation, spatialFrequency, phase})))
  );
}

function naturalScenes(): Parameters[] {
  return Array.from({length: NATURAL_SCENE_COUNT + 1}, (_, i) => ({frame: i - 1}));
}
