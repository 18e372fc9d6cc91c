import {IDENTITY} from "./identity.js";
import {sinksOf} from "./lfp/evoked-potential.js";
import {thetaDepth} from "./lfp/theta.js";
import {decayLength} from "./mean-waveform.js";
import {MODEL_DESCRIPTION} from "./model-description.js";
import type {MonosynapticPair} from "./monosynaptic-pairs.js";
import type {Probe} from "./probes.js";
import {describeProject, type ProjectSession} from "./project/project-sessions.js";
import type {ModelUnit, SessionModel} from "./session-model.js";

/** What `ground-truth.json` says of a unit. Names and units are those of `Unit` and `Tuning`. */
export type UnitTruth = ReturnType<typeof describeUnit>;

/** What `ground-truth.json` holds. */
export type GroundTruth = ReturnType<typeof describeGroundTruth>;

/**
 * Everything that was drawn and what the model is, as text and numbers: tests and pages ask it whether an analysis
 * finds what was put in. Numbers are rounded to five significant digits.
 */
export function describeGroundTruth(model: SessionModel, projectSessions: readonly ProjectSession[]) {
  return {
    synthetic: true,
    session_id: IDENTITY.sessionId,
    seed: model.seed,
    recording: model.recording,
    model: MODEL_DESCRIPTION,
    probes: model.probes.map(describeProbe),
    monosynaptic_pairs: describePairs(model.monosynapticPairs, model.units),
    doubtful_pairs: describePairs(model.doubtfulPairs, model.units),
    tagged_unit_ids: model.units.filter(({light}) => light !== null).map(({id}) => id),
    running: {start: model.running.start, step: model.running.step, speed: [...model.running.speed]},
    blinks: model.eyeTracking.blinks.map((blink) => blink.map((time) => Math.round(time * 1e4) / 1e4)),
    units: model.units.map(describeUnit),
    project: describeProject(projectSessions)
  };
}

function describePairs(pairs: readonly MonosynapticPair[], units: readonly ModelUnit[]) {
  return pairs.map(({presynaptic, postsynaptic, probability, latency, jitter}) => ({
    presynaptic_unit_id: units[presynaptic].id,
    postsynaptic_unit_id: units[postsynaptic].id,
    probability: rounded(probability),
    latency: rounded(latency),
    jitter: rounded(jitter)
  }));
}

function describeProbe(probe: Probe) {
  return {
    probe_id: probe.id,
    name: probe.name,
    sampling_rate: probe.samplingRate,
    clock_offset: probe.clockOffset,
    entry: probe.entry,
    direction: probe.direction.map(rounded),
    retinotopic_centre: probe.retinotopicCentre,
    /** Depths in µm below the surface, times in s after a flash's onset. */
    lfp: probe.hasLfp
      ? {
          sinks: sinksOf(probe).map(({layer, depth, time}) => ({layer, depth: rounded(depth), time: rounded(time)})),
          theta_depth: thetaDepth(probe),
          cortex: [probe.segments[0].from, probe.segments[0].to]
        }
      : null
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
    amplitude_cutoff: rounded(unit.amplitudeCutoff),
    amplitude_drift: roundedValues(unit.amplitudeDrift),
    drift: unit.drift && roundedValues(unit.drift),
    light_response: unit.light && roundedValues(unit.light),
    waveform: roundedValues({
      amplitude: unit.metrics.amplitude,
      peak_trough_ratio: unit.metrics.PT_ratio,
      duration: unit.metrics.waveform_duration,
      halfwidth: unit.metrics.waveform_halfwidth,
      decay_length: decayLength(unit.metrics),
      velocity_above: unit.metrics.velocity_above,
      velocity_below: unit.metrics.velocity_below
    }),
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
