import {type MovieEvent, movieResponse} from "./movie-course.js";
import type {Presentation} from "./presentation.js";
import {receptiveFieldResponse} from "./receptive-field.js";
import {DECAY_TIME, responseCourse, transientCourse} from "./response-course.js";
import type {TimeGrid} from "./time-grid.js";
import {directionResponse, frequencyResponse, orientationResponse, phaseResponse, type Tuning} from "./tuning.js";

/** Everything that decides what a visual unit answers. */
export interface VisualResponse {
  tuning: Tuning;
  imageResponses: Float64Array;
  movieEvents: {natural_movie_one: MovieEvent[]; natural_movie_three: MovieEvent[]};
}

/** How much of a flash's response the return to grey evokes, in the opposite polarity. */
export const FLASH_END_SHARE = 0.4;

/**
 * A unit's stimulus drive on a time grid: 1 where nothing drives it, 1 + Σ amplitude · course over the presentations.
 * The amplitude is the product of the class's gain and the unit's tuning to the presentation's parameters.
 *
 * @param drive the array to fill, one value per bin
 */
export function fillStimulusDrive(
  drive: Float32Array,
  response: VisualResponse | null,
  presentations: readonly Presentation[],
  grid: TimeGrid
): void {
  drive.fill(1);
  if (response === null) return;
  const {tuning} = response;
  const brief = new CourseTable(0.25, tuning.sustainedShare);
  const grating = new CourseTable(2, 0.5 + tuning.sustainedShare / 2);
  for (const presentation of presentations) {
    const onset = presentation.start + tuning.latency;
    const {stimulusName} = presentation;
    if (stimulusName === "drifting_gratings") {
      const amplitude = driftingGratingAmplitude(tuning, presentation.orientation, presentation.temporalFrequency);
      if (amplitude > 0) addDriftingGrating(drive, grid, onset, amplitude, tuning, presentation, grating);
    } else if (stimulusName === "natural_movie_one" || stimulusName === "natural_movie_three") {
      if (presentation.frame !== 0) continue;
      const events = response.movieEvents[stimulusName];
      addCourse(drive, grid, onset, movieEnd(events), (time) => tuning.gain.movies * movieResponse(events, time));
    } else {
      const amplitude = staticAmplitude(response, presentation);
      if (amplitude > 0) addCourse(drive, grid, onset, brief.length, (time) => amplitude * brief.at(time));
      if (stimulusName === "flashes") {
        const end =
          FLASH_END_SHARE * tuning.gain.flashes * (presentation.polarity > 0 ? tuning.flash.off : tuning.flash.on);
        const offset = presentation.stop + tuning.latency;
        addCourse(drive, grid, offset, 0.15, (time) => end * transientCourse(time));
      }
    }
  }
}

/** Drive amplitude of a stimulus that does not move; 0 for spontaneous activity and blanks. */
function staticAmplitude({tuning, imageResponses}: VisualResponse, presentation: Presentation): number {
  const {gain} = tuning;
  switch (presentation.stimulusName) {
    case "gabors":
      return (
        gain.gabors *
        receptiveFieldResponse(tuning.receptiveField, presentation.xPosition, presentation.yPosition) *
        orientationResponse(tuning, presentation.orientation)
      );
    case "flashes":
      return gain.flashes * (presentation.polarity > 0 ? tuning.flash.on : tuning.flash.off);
    case "static_gratings":
      if (Number.isNaN(presentation.orientation)) return 0;
      return (
        gain.staticGratings *
        orientationResponse(tuning, presentation.orientation) *
        frequencyResponse(
          presentation.spatialFrequency,
          tuning.preferredSpatialFrequency,
          tuning.spatialFrequencyOctaves
        ) *
        phaseResponse(tuning, presentation.phase)
      );
    case "natural_scenes":
      return presentation.frame < 0 ? 0 : gain.images * imageResponses[presentation.frame];
    default:
      return 0;
  }
}

/** Drive amplitude of a drifting grating; 0 for a blank. */
function driftingGratingAmplitude(tuning: Tuning, direction: number, temporalFrequency: number): number {
  if (Number.isNaN(direction)) return 0;
  return (
    tuning.gain.driftingGratings *
    directionResponse(tuning, direction) *
    frequencyResponse(temporalFrequency, tuning.preferredTemporalFrequency, tuning.temporalFrequencyOctaves)
  );
}

/**
 * A drifting grating's course: more sustained than a static stimulus's (share 0.5 + s/2), and modulated at the temporal
 * frequency by 1 + m cos 2π(f τ − phase₀), with the same m and phase₀ as the response to a static grating's phase.
 */
function addDriftingGrating(
  drive: Float32Array,
  grid: TimeGrid,
  onset: number,
  amplitude: number,
  {phaseModulation, preferredPhase}: Tuning,
  {temporalFrequency}: Presentation,
  course: CourseTable
): void {
  const speed = 2 * Math.PI * temporalFrequency;
  const phase = 2 * Math.PI * preferredPhase;
  addCourse(drive, grid, onset, course.length, (time) => {
    return amplitude * (1 + phaseModulation * Math.cos(speed * time - phase)) * course.at(time);
  });
}

/** Adds a course to the bins whose centres lie up to `length` seconds after the onset. */
function addCourse(
  drive: Float32Array,
  {start, step, count}: TimeGrid,
  onset: number,
  length: number,
  course: (time: number) => number
): void {
  const first = Math.max(0, Math.ceil((onset - start) / step - 0.5));
  const last = Math.min(count - 1, Math.floor((onset + length - start) / step - 0.5));
  for (let i = first; i <= last; i++) drive[i] += course(start + (i + 0.5) * step - onset);
}

function movieEnd(events: readonly MovieEvent[]): number {
  return Math.max(0, ...events.map(({time, width}) => time + 4 * width));
}

/** `responseCourse` for stimuli of one nominal duration, tabulated: it is looked up millions of times. */
class CourseTable {
  /** Seconds until the response has died away. */
  readonly length: number;
  private readonly values: Float32Array;

  constructor(duration: number, sustainedShare: number) {
    this.length = duration + 4 * DECAY_TIME;
    this.values = new Float32Array(Math.ceil(this.length / TABLE_STEP) + 1);
    for (let i = 0; i < this.values.length; i++) {
      this.values[i] = responseCourse(i * TABLE_STEP, duration, sustainedShare);
    }
  }

  at(time: number): number {
    return this.values[Math.round(time / TABLE_STEP)];
  }
}

const TABLE_STEP = 0.0005;
