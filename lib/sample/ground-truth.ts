import {identity} from "./identity.js";
import {decayTime, transientTime} from "./response-course.js";
import {halfModulationSpeed} from "./running.js";
import {gainStep, type ModelUnit, rateStep, type SessionModel} from "./session-model.js";
import {sharedGainKernel} from "./shared-gain.js";
import {flashEndShare} from "./stimulus-drive.js";

/** What `ground-truth.json` says of a unit. Names and units are those of `Unit` and `Tuning`. */
export type UnitTruth = ReturnType<typeof describeUnit>;

/** What `ground-truth.json` holds. */
export type GroundTruth = ReturnType<typeof describeGroundTruth>;

/**
 * Everything that was drawn and what the model is, as text and numbers: tests and pages ask it whether an analysis
 * finds what was put in. Numbers are rounded to five significant digits.
 */
export function describeGroundTruth(model: SessionModel) {
  return {
    synthetic: true,
    session_id: identity.sessionId,
    seed: model.seed,
    recording: model.recording,
    model: {
      rate: "baseline_rate * gain(t) * running(t) * drive(t), Hz; nothing outside presence (fractions of the recording)",
      drive: "1 + sum over presentations of amplitude * course(t - onset - latency)",
      course:
        "(1 - s) * transient(u) + s * (1 - exp(-u / transient_time)), decaying with decay_time after the stimulus; transient(u) = (u / transient_time) * exp(1 - u / transient_time); s = sustained_share, for drifting gratings 0.5 + s / 2",
      orientation:
        "1 - w + w * exp(k * (cos(2 * (angle - preferred_direction)) - 1)), w = tuned_share, k = orientation_concentration",
      direction: "orientation * (1 + d * cos(angle - preferred_direction)) / (1 + d), d = direction_selectivity",
      frequency: "exp(-(log2(f / preferred) / octaves)^2 / 2), temporal and spatial",
      phase: "(1 + m * cos(2 pi (phase - preferred_phase))) / (1 + m), m = phase_modulation",
      gabors: "gain.gabors * exp(-d^2 / (2 * radius^2)) * orientation",
      flashes:
        "gain.flashes * (on or off) at the onset; flash_end_share of the opposite polarity's at the end, transient only",
      drifting_gratings:
        "gain.driftingGratings * direction * temporal frequency, times 1 + m * cos(2 pi (f * u - preferred_phase))",
      static_gratings: "gain.staticGratings * orientation * spatial frequency * phase",
      natural_scenes: "gain.images * image_responses[frame]",
      natural_movies:
        "gain.movies * sum of height * exp(-(u - time)^2 / (2 * width^2)) over movie_events, u from the movie's start",
      gain: "exp(x - variance / 2); x Gaussian with covariance common + tuning * exp(tuningConcentration * (cos(2 * difference of preferred_direction) - 1)) [visual units] + distance * exp(-d / distanceLength) + private [same unit], times exp(-|dt| / timeConstant)",
      running: "max(0.2, 1 + running_modulation * speed / (speed + half_modulation_speed))",
      spikes:
        "Poisson with recovery 0 up to absolute_refractory, then 1 - exp(-(interval - absolute_refractory) / relative_refractory); a share `contamination` of spikes is of other cells and has no refractory period",
      monosynaptic:
        "each presynaptic spike adds a postsynaptic one with `probability` after normal(latency, jitter), unless within absolute_refractory of another",
      transient_time: transientTime,
      decay_time: decayTime,
      flash_end_share: flashEndShare,
      half_modulation_speed: halfModulationSpeed,
      shared_gain_kernel: sharedGainKernel,
      rate_step: rateStep,
      gain_step: gainStep
    },
    probes: model.probes.map(({id, name, samplingRate, clockOffset, entry, direction, retinotopicCentre}) => ({
      probe_id: id,
      name,
      sampling_rate: samplingRate,
      clock_offset: clockOffset,
      entry,
      direction: direction.map(rounded),
      retinotopic_centre: retinotopicCentre
    })),
    monosynaptic_pairs: model.monosynapticPairs.map(({presynaptic, postsynaptic, probability, latency, jitter}) => ({
      presynaptic_unit_id: model.units[presynaptic].id,
      postsynaptic_unit_id: model.units[postsynaptic].id,
      probability: rounded(probability),
      latency: rounded(latency),
      jitter
    })),
    running: {start: model.running.start, step: model.running.step, speed: [...model.running.speed]},
    units: model.units.map(describeUnit)
  };
}

function describeUnit(unit: ModelUnit) {
  const {visual} = unit;
  return {
    unit_id: unit.id,
    probe: unit.probe.name,
    peak_channel_id: unit.peakChannel.id,
    ccf: unit.peakChannel.ccf,
    structure: unit.structure,
    cell_class: unit.cellClass,
    baseline_rate: rounded(unit.baselineRate),
    absolute_refractory: rounded(unit.absoluteRefractory),
    relative_refractory: rounded(unit.relativeRefractory),
    contamination: rounded(unit.contamination),
    presence: unit.presence.map(rounded),
    running_modulation: rounded(unit.runningModulation),
    visual: visual && {
      preferred_direction: rounded(visual.tuning.preferredDirection),
      preferred_orientation: rounded(visual.tuning.preferredDirection % 180),
      orientation_concentration: rounded(visual.tuning.orientationConcentration),
      tuned_share: rounded(visual.tuning.tunedShare),
      direction_selectivity: rounded(visual.tuning.directionSelectivity),
      preferred_temporal_frequency: rounded(visual.tuning.preferredTemporalFrequency),
      temporal_frequency_octaves: rounded(visual.tuning.temporalFrequencyOctaves),
      preferred_spatial_frequency: rounded(visual.tuning.preferredSpatialFrequency),
      spatial_frequency_octaves: rounded(visual.tuning.spatialFrequencyOctaves),
      preferred_phase: rounded(visual.tuning.preferredPhase),
      phase_modulation: rounded(visual.tuning.phaseModulation),
      receptive_field: roundedValues(visual.tuning.receptiveField),
      flash: roundedValues(visual.tuning.flash),
      latency: rounded(visual.tuning.latency),
      sustained_share: rounded(visual.tuning.sustainedShare),
      gain: roundedValues(visual.tuning.gain),
      image_responses: [...visual.imageResponses],
      movie_events: {
        natural_movie_one: visual.movieEvents.natural_movie_one.map(roundedValues),
        natural_movie_three: visual.movieEvents.natural_movie_three.map(roundedValues)
      }
    }
  };
}

function rounded(value: number): number {
  return Number(value.toPrecision(5));
}

function roundedValues<T extends {[K in keyof T]: number}>(values: T): T {
  return Object.fromEntries(Object.entries<number>(values).map(([key, value]) => [key, rounded(value)])) as T;
}
