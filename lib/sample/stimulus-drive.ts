import {type MovieEvent, movieResponse} from "./movie-course.js";
import type {Presentation} from "./presentation.js";
import {receptiveFieldResponse} from "./receptive-field.js";
import {decayTime, responseCourse, transientCourse} from "./response-course.js";
import type {TimeGrid} from "./time-grid.js";
import {directionResponse, frequencyResponse, orientationResponse, phaseResponse, type Tuning} from "./tuning.js";

/** Everything that decides what a visual unit answers. */
export interface VisualResponse {
  tuning: Tuning;
  imageResponses: Float64Array;
  movieEvents: {natural_movie_one: MovieEvent[]; natural_movie_three: MovieEvent[]};
}

/** How much of a flash's response the return to grey evokes, in the opposite polarity. */
export const flashEndShare = 0.4;

/**
 * A unit's stimulus drive on a time grid: 1 where nothing drives it, 1 + Σ amplitude · course over the presentations.
 * The amplitude is the product of the class's gain and the unit's tuning to the presentation's parameters.
 */
export function stimulusDrive(
  response: VisualResponse | null,
  presentations: readonly Presentation[],
  grid: TimeGrid
): Float32Array {
  const drive = new Float32Array(grid.count).fill(1);
  if (response === null) return drive;
  const {tuning} = response;
  const courses = new CourseTable(tuning.sustainedShare, grid.step);
  for (const presentation of presentations) {
    const onset = presentation.start + tuning.latency;
    const duration = presentation.stop - presentation.start;
    if (presentation.stimulusName === "drifting_gratings") {
      addDriftingGrating(drive, grid, tuning, presentation);
    } else if (
      presentation.stimulusName === "natural_movie_one" ||
      presentation.stimulusName === "natural_movie_three"
    ) {
      if (presentation.frame !== 0) continue;
      const events = response.movieEvents[presentation.stimulusName];
      addCourse(drive, grid, onset, movieEnd(events), (time) => tuning.gain.movies * movieResponse(events, time));
    } else {
      const amplitude = staticAmplitude(response, presentation);
      if (amplitude > 0) courses.add(drive, grid, onset, amplitude);
      if (presentation.stimulusName === "flashes") {
        const {on, off} = tuning.flash;
        const end = flashEndShare * tuning.gain.flashes * (presentation.polarity > 0 ? off : on);
        addCourse(drive, grid, onset + duration, 0.15, (time) => end * transientCourse(time));
      }
    }
  }
  return drive;
}

/** Drive amplitude of a stimulus that does not move; 0 for spontaneous activity and blanks. */
export function staticAmplitude({tuning, imageResponses}: VisualResponse, presentation: Presentation): number {
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
export function driftingGratingAmplitude(tuning: Tuning, direction: number, temporalFrequency: number): number {
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
function addDriftingGrating(drive: Float32Array, grid: TimeGrid, tuning: Tuning, presentation: Presentation): void {
  const amplitude = driftingGratingAmplitude(tuning, presentation.orientation, presentation.temporalFrequency);
  if (amplitude === 0) return;
  const duration = presentation.stop - presentation.start;
  const sustained = 0.5 + tuning.sustainedShare / 2;
  const {phaseModulation, preferredPhase, latency} = tuning;
  const frequency = 2 * Math.PI * presentation.temporalFrequency;
  addCourse(drive, grid, presentation.start + latency, duration + 4 * decayTime, (time) => {
    const modulation = 1 + phaseModulation * Math.cos(frequency * time - 2 * Math.PI * preferredPhase);
    return amplitude * modulation * responseCourse(time, duration, sustained);
  });
}

function addCourse(
  drive: Float32Array,
  {start, step, count}: TimeGrid,
  onset: number,
  length: number,
  course: (time: number) => number
): void {
  const first = Math.max(0, Math.floor((onset - start) / step));
  const last = Math.min(count - 1, Math.floor((onset + length - start) / step));
  for (let i = first; i <= last; i++) drive[i] += course(start + (i + 0.5) * step - onset);
}

function movieEnd(events: readonly MovieEvent[]): number {
  return Math.max(0, ...events.map(({time, width}) => time + 4 * width));
}

/** The course of 0.25 s stimuli, tabulated once per unit: they are most of the presentations. */
class CourseTable {
  private readonly resolution = 0.0005;
  private readonly values: Float32Array;
  private readonly length: number;

  constructor(sustainedShare: number, step: number) {
    const duration = 0.25;
    this.length = duration + 4 * decayTime;
    this.values = new Float32Array(Math.ceil((this.length + step) / this.resolution) + 1);
    for (let i = 0; i < this.values.length; i++) {
      this.values[i] = responseCourse(i * this.resolution, duration, sustainedShare);
    }
  }

  add(drive: Float32Array, {start, step, count}: TimeGrid, onset: number, amplitude: number): void {
    const first = Math.max(0, Math.ceil((onset - start) / step - 0.5));
    const last = Math.min(count - 1, Math.floor((onset + this.length - start) / step));
    const offset = (start + 0.5 * step - onset) / this.resolution;
    const stride = step / this.resolution;
    for (let i = first; i <= last; i++) drive[i] += amplitude * this.values[(offset + i * stride) | 0];
  }
}
