/** 97.5 % of a standard normal distribution lie below. */
const Z = 1.959963984540054;

/**
 * The interval that holds the true share with 95 % confidence, when `successes` of `n` were seen (Wilson 1927).
 * @returns [0, 1] for none
 */
export function wilsonInterval(successes: number, n: number): [low: number, high: number] {
  if (n === 0) return [0, 1];
  const share = successes / n;
  const centre = share + (Z * Z) / (2 * n);
  const half = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  const scale = 1 + (Z * Z) / n;
  return [Math.max(0, (centre - half) / scale), Math.min(1, (centre + half) / scale)];
}
