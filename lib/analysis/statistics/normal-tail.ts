/**
 * The probability that a standard normal number is greater than z, to full precision also far out: ½ − Φ's series
 * (NIST DLMF 7.6.2) near 0, and the continued fraction of Mills' ratio (7.9.3) beyond.
 */
export function normalTail(z: number): number {
  if (Number.isNaN(z)) return Number.NaN;
  if (z < 0) return 1 - normalTail(-z);
  const density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
  if (z < 2.5) {
    let term = z;
    let sum = z;
    for (let k = 3; term > sum * 1e-17; k += 2) {
      term *= (z * z) / k;
      sum += term;
    }
    return 0.5 - density * sum;
  }
  let fraction = z;
  for (let k = 200; k >= 1; --k) fraction = z + k / fraction;
  return density / fraction;
}
