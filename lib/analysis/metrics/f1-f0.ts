/**
 * F1/F0 of the response to a drifting grating: the amplitude at the grating's frequency over the mean, averaged over
 * trials with spikes; near 0 for a complex cell, up to 2 for a simple one. NaN without spikes, or if a cycle is shorter
 * than a bin.
 * @param spikeCounts trials × bins in C order
 * @param binCount how many bins a trial has
 * @param temporalFrequency of the grating (Hz)
 * @param duration of a trial (s); only whole cycles are used
 */
export function f1F0(
  spikeCounts: ArrayLike<number>,
  binCount: number,
  temporalFrequency: number,
  duration: number
): number {
  const trials = binCount > 0 ? spikeCounts.length / binCount : 0;
  const cycles = Math.trunc(temporalFrequency * duration);
  const binsPerCycle = cycles > 0 ? Math.trunc(binCount / cycles) : 0;
  if (binsPerCycle < 2) return Number.NaN;
  let sum = 0;
  let trialsWithSpikes = 0;
  for (let trial = 0; trial < trials; ++trial) {
    const cycle = new Float64Array(binsPerCycle);
    for (let i = 0; i < cycles * binsPerCycle; ++i) cycle[i % binsPerCycle] += spikeCounts[trial * binCount + i];
    const [f0, f1] = amplitudes(cycle.map((count) => count / cycles));
    if (!(f0 > 0)) continue;
    sum += f1 / f0;
    ++trialsWithSpikes;
  }
  return trialsWithSpikes > 0 ? sum / trialsWithSpikes : Number.NaN;
}

/** The mean, and the amplitude of the first harmonic. */
function amplitudes(cycle: Float64Array): [f0: number, f1: number] {
  const n = cycle.length;
  let [sum, real, imaginary] = [0, 0, 0];
  for (let i = 0; i < n; ++i) {
    if (cycle[i] === 0) continue;
    const angle = (2 * Math.PI * i) / n;
    sum += cycle[i];
    real += cycle[i] * Math.cos(angle);
    imaginary += cycle[i] * Math.sin(angle);
  }
  return [sum / n, (2 * Math.hypot(real, imaginary)) / n];
}
