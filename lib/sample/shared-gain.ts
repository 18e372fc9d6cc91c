import {RandomStream} from "./random-stream.js";
import type {TimeGrid} from "./time-grid.js";
import type {Tuning} from "./tuning.js";
import {unitDistance} from "./unit-distance.js";
import type {Unit} from "./units.js";

/**
 * Constants of the shared gain. The logarithm of the units' gains is a Gaussian process with covariance
 *
 *   K(i, j) = common + tuning · exp(κ (cos 2(θᵢ − θⱼ) − 1)) + distance · exp(−dᵢⱼ / ℓ)
 *             + area · [same area] + private · [i = j]
 *
 * between units (θ: preferred orientation, this term between visual units only; d: distance in the brain) and
 * exp(−|Δt| / τ) in time. So noise correlations rise with the similarity of tuning, fall with distance, and are higher
 * within an area, also across probes: fluctuations of gain are shared by the units of an area more than between areas
 * (Rabinowitz et al. 2015, eLife 4:e08998, found this in V4 of each hemisphere).
 */
export const SHARED_GAIN_KERNEL = {
  common: 0.01,
  tuning: 0.1,
  tuningConcentration: 2,
  distance: 0.1,
  /** µm */
  distanceLength: 250,
  area: 0.04,
  private: 0.04,
  /** s */
  timeConstant: 0.5
} as const;

/** The covariance K of the units' log gains, row-major. */
function gainCovariance(units: readonly Unit[], tunings: readonly (Tuning | null)[]): Float64Array {
  const {common, tuning, tuningConcentration, distance, distanceLength, area} = SHARED_GAIN_KERNEL;
  const count = units.length;
  const covariance = new Float64Array(count * count);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j <= i; j++) {
      let value = common + distance * Math.exp(-unitDistance(units[i], units[j]) / distanceLength);
      if (units[i].structure !== null && units[i].structure === units[j].structure) value += area;
      const [a, b] = [tunings[i], tunings[j]];
      if (a && b) {
        const angle = ((a.preferredDirection - b.preferredDirection) * Math.PI) / 90;
        value += tuning * Math.exp(tuningConcentration * (Math.cos(angle) - 1));
      }
      if (i === j) value += SHARED_GAIN_KERNEL.private;
      covariance[i * count + j] = value;
      covariance[j * count + i] = value;
    }
  }
  return covariance;
}

/**
 * Draws the units' gains on a time grid: exp(x − variance / 2), so that the mean gain is 1.
 * One array per unit, one value per bin.
 */
export function drawSharedGain(
  units: readonly Unit[],
  tunings: readonly (Tuning | null)[],
  grid: TimeGrid,
  seed: number
): Float32Array[] {
  const random = new RandomStream(seed, "shared-gain");
  const count = units.length;
  const covariance = gainCovariance(units, tunings);
  const factor = choleskyFactor(covariance, count);
  const decay = Math.exp(-grid.step / SHARED_GAIN_KERNEL.timeConstant);
  const innovation = Math.sqrt(1 - decay * decay);
  const gains = units.map(() => new Float32Array(grid.count));
  // Four bins at a time, so that the factor is read from memory once for four. independent: bins of a unit together.
  const independent = new Float64Array(4 * count).map(() => random.normal());
  for (let t = 0; t < grid.count; t += 4) {
    for (let i = 0; i < 4 * count; i += 4) {
      let value = independent[i + 3];
      for (let k = 0; k < 4; k++) {
        value = decay * value + innovation * random.normal();
        independent[i + k] = value;
      }
    }
    for (let i = 0; i < count; i++) {
      const row = i * count;
      let [a, b, c, d] = [0, 0, 0, 0];
      for (let j = 0; j <= i; j++) {
        const weight = factor[row + j];
        a += weight * independent[4 * j];
        b += weight * independent[4 * j + 1];
        c += weight * independent[4 * j + 2];
        d += weight * independent[4 * j + 3];
      }
      const correction = covariance[row + i] / 2;
      const gain = gains[i];
      gain[t] = Math.exp(a - correction);
      gain[t + 1] = Math.exp(b - correction);
      gain[t + 2] = Math.exp(c - correction);
      gain[t + 3] = Math.exp(d - correction);
    }
  }
  return gains;
}

/** The lower triangular L with L Lᵀ = matrix, row-major. The matrix must be positive definite. */
function choleskyFactor(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j];
      for (let k = 0; k < j; k++) sum -= factor[i * size + k] * factor[j * size + k];
      factor[i * size + j] = i === j ? Math.sqrt(sum) : sum / factor[j * size + j];
    }
  }
  return factor;
}
