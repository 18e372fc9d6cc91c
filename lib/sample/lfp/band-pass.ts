/** A second-order section: y = x₀ − x₂ over 1 + a₁ z⁻¹ + a₂ z⁻². */
interface Section {
  a1: number;
  a2: number;
}

/** A Butterworth band-pass as second-order sections, and the factor that makes its gain 1 in the middle of the band. */
export interface BandPass {
  sections: Section[];
  gain: number;
}

type Complex = [real: number, imaginary: number];

/**
 * Designs a digital Butterworth band-pass: the analogue low-pass prototype, turned into a band-pass and taken through the
 * bilinear transform with prewarped edges, as scipy.signal.butter does.
 *
 * @param order of the prototype; the band-pass has twice as many poles
 * @param edges Hz, at which half of the power passes
 */
export function butterworthBandPass(order: number, [low, high]: [number, number], samplingRate: number): BandPass {
  const warped = (frequency: number) => Math.tan((Math.PI * frequency) / samplingRate);
  const bandwidth = warped(high) - warped(low);
  const centre = Math.sqrt(warped(low) * warped(high));
  const sections: Section[] = [];
  for (let k = 0; 2 * k < order; k++) {
    const angle = (Math.PI * (2 * k + 1)) / (2 * order) + Math.PI / 2;
    const half: Complex = [(Math.cos(angle) * bandwidth) / 2, (Math.sin(angle) * bandwidth) / 2];
    const isReal = 2 * k + 1 === order;
    const root = complexRoot([half[0] ** 2 - half[1] ** 2 - centre ** 2, 2 * half[0] * half[1]]);
    const poles = [bilinear([half[0] + root[0], half[1] + root[1]]), bilinear([half[0] - root[0], half[1] - root[1]])];
    if (isReal) {
      // the prototype's real pole gives two poles that are both real or conjugate to each other
      const [p, q] = poles;
      sections.push({a1: -(p[0] + q[0]), a2: p[0] * q[0] - p[1] * q[1]});
    } else {
      for (const [real, imaginary] of poles) sections.push({a1: -2 * real, a2: real ** 2 + imaginary ** 2});
    }
  }
  const gain = 1 / magnitude(sections, 2 * Math.atan(centre));
  return {sections, gain};
}

/** Filters forwards and backwards, so that nothing is delayed; the ends start from rest. */
export function filterBothWays(values: ArrayLike<number>, {sections, gain}: BandPass): Float64Array {
  const filtered = Float64Array.from(values);
  for (let pass = 0; pass < 2; pass++) {
    for (const section of sections) applySection(filtered, section);
    for (let i = 0; i < filtered.length; i++) filtered[i] *= gain;
    filtered.reverse();
  }
  return filtered;
}

function applySection(values: Float64Array, {a1, a2}: Section): void {
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const x = values[i];
    const y = x - x2 - a1 * y1 - a2 * y2;
    x2 = x1;
    x1 = x;
    y2 = y1;
    y1 = y;
    values[i] = y;
  }
}

/** |H| at an angle of the unit circle. */
function magnitude(sections: readonly Section[], angle: number): number {
  return sections.reduce((product, {a1, a2}) => {
    const numerator = Math.hypot(1 - Math.cos(2 * angle), Math.sin(2 * angle));
    const denominator = Math.hypot(
      1 + a1 * Math.cos(angle) + a2 * Math.cos(2 * angle),
      a1 * Math.sin(angle) + a2 * Math.sin(2 * angle)
    );
    return product * (numerator / denominator);
  }, 1);
}

/** (1 + s) / (1 − s) */
function bilinear([a, b]: Complex): Complex {
  const norm = (1 - a) ** 2 + b ** 2;
  return [(1 - a * a - b * b) / norm, (2 * b) / norm];
}

function complexRoot([a, b]: Complex): Complex {
  const length = Math.hypot(a, b);
  const imaginary = Math.sqrt((length - a) / 2);
  return [Math.sqrt((length + a) / 2), b < 0 ? -imaginary : imaginary];
}
