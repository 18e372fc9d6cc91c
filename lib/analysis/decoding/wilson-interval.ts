import {AnalysisError} from "../analysis-error.js";

/** 97.5 % of a standard normal distribution lie below. */
const Z = 1.959963984540054;

/**
 * The interval that holds the true share with 95 % confidence, when `successes` of `n` were seen (Wilson 1927).
 * @returns [0, 1] for none
 * @throws {AnalysisError} `wrong-argument` unless there are 0 to n successes
 */
export function wilsonInterval(successes: number, n: number): [low: number, high: number] {
  if (!(successes >= 0 && successes <= n && n < Number.POSITIVE_INFINITY)) {
    const [expected, found] = ["0 to n successes", `${successes} of ${n}`];
    throw new AnalysisError("wrong-argument", {
      path: "successes, n",
      expected,
      found,
      remedy: "Give both of the same trials."
    });
  }
  if (n === 0) return [0, 1];
  const share = successes / n;
  const centre = share + (Z * Z) / (2 * n);
  const half = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  const scale = 1 + (Z * Z) / n;
  return [Math.max(0, (centre - half) / scale), Math.min(1, (centre + half) / scale)];
}
