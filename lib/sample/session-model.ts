import {type Drift, drawDrift} from "./drift.js";
import {type EyeTracking, makeEyeTracking} from "./eye-tracking.js";
import {drawImageResponses} from "./image-selectivity.js";
import {applyLight, drawLightResponse, type LightResponse} from "./light-response.js";
import {loseSpikes} from "./lose-spikes.js";
import {
  addEvokedSpikes,
  chooseMonosynapticPairs,
  DOUBTFUL_SYNAPSES,
  type MonosynapticPair,
  STRONG_SYNAPSES
} from "./monosynaptic-pairs.js";
import {drawMovieEvents} from "./movie-course.js";
import {PROBES, type Probe} from "./probes.js";
import {type QualityMetrics, qualityMetrics, withDrift} from "./quality-metrics.js";
import {RandomStream} from "./random-stream.js";
import {type RunningSpeed, runningFactor} from "./running.js";
import {makeRunningWheel, type RunningWheel} from "./running-wheel.js";
import {GAIN_STEP, makeSessionOutline, type SessionOutline} from "./session-outline.js";
import {drawSharedGain} from "./shared-gain.js";
import {type AmplitudeDrift, drawAmplitudeDrift} from "./spike-amplitudes.js";
import {drawSpikes, onProbeClock} from "./spikes.js";
import {fillStimulusDrive, type VisualResponse} from "./stimulus-drive.js";
import {STIMULUS_SET} from "./stimulus-sequence.js";
import {makeTimeGrid} from "./time-grid.js";
import {drawTuning} from "./tuning.js";
import {makeUnits, type Unit} from "./units.js";

/** One unit of the finished session: what was drawn for it, and what came out. */
export interface ModelUnit extends Unit {
  /** `null` for a unit that does not answer visual stimuli. */
  visual: VisualResponse | null;
  /** Running modulation m; see `runningFactor`. */
  runningModulation: number;
  /** Seconds on the master clock, ascending. */
  spikes: Float64Array;
  metrics: QualityMetrics;
  amplitudeDrift: AmplitudeDrift;
  /** `null` for a unit that stays where it is. */
  drift: Drift | null;
  /** `null` for a unit that light does not drive. */
  light: LightResponse | null;
}

/** A whole synthetic session, before it is written to files. */
export interface SessionModel extends SessionOutline {
  probes: Probe[];
  units: ModelUnit[];
  runningWheel: RunningWheel;
  eyeTracking: EyeTracking;
  monosynapticPairs: MonosynapticPair[];
  /** Weak synapses with much jitter, of which an analysis finds some. */
  doubtfulPairs: MonosynapticPair[];
}

/** The step of the rate, in seconds. */
export const RATE_STEP = 0.005;

const MOVIE_FRAME_RATE = 30;

/**
 * Draws the session. A unit's rate is
 *
 *   rate(t) = baseline · gain(t) · running(t) · drive(t)
 *
 * (`drawSharedGain`, `runningFactor`, `fillStimulusDrive`), its spikes are drawn by `drawSpikes`; contaminating spikes,
 * evoked spikes of synapses, those of light, what drifting units lose, and the probe's clock come after that.
 *
 * @param step called between units with the share of the work done; may wait, and throw to cancel
 */
export async function makeSessionModel(seed: number, step: (share: number) => Promise<void>): Promise<SessionModel> {
  const outline = makeSessionOutline(seed);
  const {recording, presentations, lightStimuli, running} = outline;
  const lastStop = presentations[presentations.length - 1].stop;
  const drawn = PROBES.flatMap((probe) =>
    makeUnits(
      probe,
      outline.channels.filter((channel) => channel.probe === probe),
      seed
    )
  );
  const visuals = drawn.map((unit) => drawVisualResponse(unit, seed));
  const tunings = visuals.map((visual) => visual?.tuning ?? null);
  await step(0.02);
  const gains = drawSharedGain(drawn, tunings, makeTimeGrid(recording, GAIN_STEP), seed);

  const grid = makeTimeGrid(recording, RATE_STEP);
  const stream = (unit: Unit, part: string) => new RandomStream(seed, `${part}/${unit.id}`);
  const modulations = drawn.map((unit, i) => drawRunningModulation(visuals[i] !== null, stream(unit, "running")));
  const trains: number[][] = [];
  const rate = new Float32Array(grid.count);
  for (const [i, unit] of drawn.entries()) {
    if (i % 10 === 0) await step(0.2 + (0.75 * i) / drawn.length);
    fillStimulusDrive(rate, visuals[i], presentations, grid);
    scaleRate(rate, unit, gains[i], running, modulations[i]);
    trains.push(drawSpikes(rate, grid, unit.absoluteRefractory, unit.relativeRefractory, stream(unit, "spikes")));
    addContamination(trains[i], rate, unit, grid.start, stream(unit, "contamination"));
  }

  const pairs = chooseMonosynapticPairs(drawn, STRONG_SYNAPSES, new RandomStream(seed, "monosynaptic-pairs"));
  const connected = (of: readonly MonosynapticPair[]) => of.flatMap((pair) => [pair.presynaptic, pair.postsynaptic]);
  const random = new RandomStream(seed, "doubtful-pairs");
  const doubtful = chooseMonosynapticPairs(drawn, DOUBTFUL_SYNAPSES, random, connected(pairs));
  const inPairs = new Set(connected([...pairs, ...doubtful]));
  for (const pair of [...pairs, ...doubtful]) {
    const [pre, post] = [drawn[pair.presynaptic], drawn[pair.postsynaptic]];
    const times = onProbeClock(trains[pair.presynaptic], pre.probe);
    trains[pair.postsynaptic] = addEvokedSpikes(
      times,
      trains[pair.postsynaptic],
      pair,
      post.absoluteRefractory,
      stream(pre, "synapse")
    );
  }

  const units = drawn.map((unit, i) => {
    const light = drawLightResponse(unit, stream(unit, "light-response"));
    const lit = applyLight(trains[i], unit, light, lightStimuli, stream(unit, "light-spikes"));
    const drift = drawDrift(unit, inPairs.has(i), stream(unit, "drift"));
    const detected = loseSpikes(lit, drift, recording, stream(unit, "lost-spikes"));
    // the grid's last bin may reach beyond the recording
    const recorded = detected.filter((time) => time < recording[1] - 0.001);
    const spikes = onProbeClock(recorded, unit.probe);
    const lost = 1 - detected.length / lit.length;
    const metrics = withDrift(qualityMetrics(unit, spikes, recording, stream(unit, "metrics")), drift, lost);
    const amplitudeDrift = drawAmplitudeDrift(stream(unit, "amplitude-drift"));
    return {
      ...unit,
      visual: visuals[i],
      runningModulation: modulations[i],
      spikes,
      metrics,
      amplitudeDrift,
      drift,
      light
    };
  });
  return {
    ...outline,
    probes: PROBES,
    units,
    runningWheel: makeRunningWheel(running, [presentations[0].start - 0.05, lastStop], seed),
    eyeTracking: makeEyeTracking(recording, running, presentations, seed),
    monosynapticPairs: pairs,
    doubtfulPairs: doubtful
  };
}

function drawVisualResponse(unit: Unit, seed: number): VisualResponse | null {
  const tuning = drawTuning(unit, new RandomStream(seed, `tuning/${unit.id}`));
  if (tuning === null) return null;
  const {natural_movie_one, natural_movie_three} = STIMULUS_SET.movieFrames;
  const movies = new RandomStream(seed, `movies/${unit.id}`);
  return {
    tuning,
    imageResponses: drawImageResponses(new RandomStream(seed, `images/${unit.id}`)),
    movieEvents: {
      natural_movie_one: drawMovieEvents(natural_movie_one / MOVIE_FRAME_RATE, movies),
      natural_movie_three: drawMovieEvents(natural_movie_three / MOVIE_FRAME_RATE, movies)
    }
  };
}

function drawRunningModulation(visual: boolean, random: RandomStream): number {
  return random.normalWithin(visual ? 0.35 : 0.1, 0.3, -0.6, 1.5);
}

/** Turns the drive into a rate in place: times baseline, gain and running, and nothing where the unit was not there. */
function scaleRate(
  rate: Float32Array,
  {baselineRate, presence}: Unit,
  gain: Float32Array,
  running: RunningSpeed,
  modulation: number
): void {
  const perGain = Math.round(GAIN_STEP / RATE_STEP);
  for (let i = 0, g = 0; i < rate.length; g++) {
    const there = g >= presence[0] * gain.length && g < presence[1] * gain.length;
    const factor = there ? baselineRate * gain[g] * runningFactor(modulation, running.speed[g]) : 0;
    for (const end = Math.min(rate.length, i + perGain); i < end; i++) rate[i] *= factor;
  }
}

/** Adds spikes of other cells: the same rate times c / (1 − c), with no refractory period of their own. */
function addContamination(
  train: number[],
  rate: Float32Array,
  {contamination}: Unit,
  start: number,
  random: RandomStream
): void {
  if (contamination === 0) return;
  const scaled = rate.map((value) => (value * contamination) / (1 - contamination));
  const grid = {start, step: RATE_STEP, count: rate.length};
  for (const time of drawSpikes(scaled, grid, 0, 1e-9, random)) train.push(time);
  train.sort((a, b) => a - b);
}
