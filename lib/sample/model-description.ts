import {DRIFT_MODEL} from "./drift.js";
import {EYE_MODEL} from "./eye-tracking.js";
import {GAZE_MODEL} from "./gaze.js";
import {GAZE_GEOMETRY} from "./gaze-mapping.js";
import {ARTEFACT_MODEL} from "./lfp/artefact.js";
import {BACKGROUND_MODEL} from "./lfp/background.js";
import {DENSITY_METHOD} from "./lfp/current-source-density.js";
import {EVOKED_MODEL} from "./lfp/evoked-potential.js";
import {GAMMA_MODEL} from "./lfp/gamma.js";
import {LFP_MODEL} from "./lfp/lfp.js";
import {THETA_MODEL} from "./lfp/theta.js";
import {LIGHT_MODEL} from "./light-response.js";
import {WAVEFORM_SHAPE} from "./mean-waveform.js";
import {DOUBTFUL_SYNAPSES, STRONG_SYNAPSES} from "./monosynaptic-pairs.js";
import {PUPIL_MODEL} from "./pupil-size.js";
import {TRAVEL} from "./quality-metrics.js";
import {DECAY_TIME, TRANSIENT_TIME} from "./response-course.js";
import {HALF_MODULATION_SPEED} from "./running.js";
import {WHEEL_MODEL} from "./running-wheel.js";
import {RATE_STEP} from "./session-model.js";
import {GAIN_STEP} from "./session-outline.js";
import {SHARED_GAIN_KERNEL} from "./shared-gain.js";
import {AMPLITUDE_VARIATION} from "./spike-amplitudes.js";
import {FLASH_END_SHARE} from "./stimulus-drive.js";

/** What the model is, as text and numbers, for `ground-truth.json`: each entry names the values that were drawn. */
export const MODEL_DESCRIPTION = {
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
  gain: "exp(x - variance / 2); x Gaussian with covariance common + tuning * exp(tuningConcentration * (cos(2 * difference of preferred_direction) - 1)) [visual units] + distance * exp(-d / distanceLength) + area [same structure] + private [same unit], times exp(-|dt| / timeConstant)",
  running: "max(0.2, 1 + running_modulation * speed / (speed + half_modulation_speed))",
  spikes:
    "Poisson with recovery 0 up to absolute_refractory, then 1 - exp(-(interval - absolute_refractory) / relative_refractory); a share `contamination` of spikes is of other cells and has no refractory period",
  monosynaptic:
    "each presynaptic spike adds a postsynaptic one with `probability` after normal(latency, jitter), unless within absolute_refractory of another; doubtful_pairs are weaker and less exact",
  strong_synapses: STRONG_SYNAPSES,
  doubtful_synapses: DOUBTFUL_SYNAPSES,
  drift:
    "amplitudes of a unit with drift fall as exp(-distance / decay * share of the recording); spikes below `threshold` of the amplitude at its beginning are lost",
  drift_model: DRIFT_MODEL,
  transient_time: TRANSIENT_TIME,
  decay_time: DECAY_TIME,
  flash_end_share: FLASH_END_SHARE,
  half_modulation_speed: HALF_MODULATION_SPEED,
  shared_gain_kernel: SHARED_GAIN_KERNEL,
  rate_step: RATE_STEP,
  gain_step: GAIN_STEP,
  mean_waveform:
    "trough * exp(-r / decay_length) * s(t - delay), r the distance from the peak channel; s(t) = -exp(-t^2 / (2 * sigma^2)) + peak_trough_ratio * peak(t - duration), sigma = halfwidth / 2.355 but at most duration / 3.5; peak two halves of Gaussians, rising over rise * duration and falling fall times as long (at most 0.4 ms); delay = velocity_above or velocity_below * distance along the probe (s/m; `travel`); trough = amplitude / (1 + peak_trough_ratio); sample 20 is the trough; plus noise; microvolts",
  travel: TRAVEL,
  spike_amplitude:
    "amplitude * 1e-6 V * drift * (1 + share * sin(2 pi (t / period + phase))) * (1 + amplitude_variation * z), z standard normal without its lowest amplitude_cutoff",
  light:
    "after each onset of light a unit with light_response fires with probability level / (level + halfLevel) after normal(latency, jitter), and again every `interval` while a square pulse lasts, times follower_share; in a raised cosine at cosine_rate * level / 4 * sin^2(pi t / duration); other units of cortex are silent from a pulse's onset to `silence` after it, in a raised cosine with probability sin^2; units below cortex do not answer",
  light_model: LIGHT_MODEL,
  running_speed: "velocity = running.speed between the centres of its steps + noise; rotation = velocity * dt / radius",
  wheel: WHEEL_MODEL,
  pupil:
    "log(area / area at rest) = Ornstein-Uhlenbeck fluctuation + running * speed / (speed + runningHalfSpeed), smoothed, + white or black * (u / lightTime) * exp(1 - u / lightTime), u seconds after a flash's onset and lightLatency",
  pupil_model: PUPIL_MODEL,
  eye: "lid closes as sin^2 in each blink: no fit of pupil and reflection below pupilOpening, of the eye below eyeOpening; other fits are lost at random",
  eye_model: EYE_MODEL,
  gaze: "rests at normal places (SD azimuth, elevation; degrees) between saccades; screen coordinates = distance * tan",
  gaze_model: {...GAZE_MODEL, ...GAZE_GEOMETRY},
  lfp: "sum of background, theta, gamma, evoked potential and, in the probe's invalid times, an artefact; rounded to steps of the amplifier",
  lfp_model: LFP_MODEL,
  lfp_background:
    "sources every `spacing` along the probe, each a sum of Ornstein-Uhlenbeck processes, seen with a Gaussian of SD `reach`, `outside` times as strong out of the brain; plus white noise of each channel",
  background_model: BACKGROUND_MODEL,
  theta:
    "profile(depth) * envelope * (atRest + running * share) * cos(phase - turn); share = speed / (speed + halfSpeed), frequency + runningFrequency * share Hz; profile Gaussian (SD reach) around the border of CA1 and DG, turn rising to pi over reversalLength, `reversal` above the border",
  theta_model: THETA_MODEL,
  gamma:
    "in cortex: noise through a resonance at `frequency` with `width`, from three sources, 1 + flash times as strong after a flash",
  gamma_model: GAMMA_MODEL,
  evoked_potential:
    "for each of `sinks` amplitude * (u / rise) * exp(1 - u / rise), u seconds after its time - rise (mean latency of the area + delay); potential of Gaussian layers (SD width) of current in discs of `radius`, at `place` and `sources` of the thickness of cortex",
  evoked_model: EVOKED_MODEL,
  artefact_model: ARTEFACT_MODEL,
  current_source_density:
    "mean over flashes of the LFP in steps of the amplifier, band-passed, at 2500 Hz; natural cubic spline to the virtual channels; second difference over (pitch in mm)^2: a sink is positive",
  density_method: DENSITY_METHOD,
  waveform_shape: WAVEFORM_SHAPE,
  amplitude_variation: AMPLITUDE_VARIATION
} as const;
