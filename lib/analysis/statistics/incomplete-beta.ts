import {logGamma} from "./log-gamma.js";

const TINY = 1e-300;
const MOST_TERMS = 10_000;

/**
 * The regularised incomplete beta function I_x(a, b): the probability that a beta-distributed number is at most x.
 * By its continued fraction (NIST DLMF 8.17.22), evaluated as Lentz did.
 * @param x from 0 to 1
 * @param a positive
 * @param b positive
 * @param complement 1 − x, where it is known better than by subtraction
 */
export function incompleteBeta(x: number, a: number, b: number, complement = 1 - x): number {
  if (!(x >= 0 && x <= 1 && a > 0 && b > 0)) return Number.NaN;
  if (x === 0 || complement === 0) return x === 0 ? 0 : 1;
  // The fraction converges fast only below the mean of the distribution.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(complement, b, a, x);
  const logFront = a * Math.log(x) + b * Math.log(complement) - logBeta(a, b);
  return (Math.exp(logFront) / a) * continuedFraction(x, a, b);
}

const logBeta = (a: number, b: number) => logGamma(a) + logGamma(b) - logGamma(a + b);

/** 1 / (1 + d₁ / (1 + d₂ / (1 + …))), with the d of DLMF 8.17.23. */
function continuedFraction(x: number, a: number, b: number): number {
  let value = 1;
  let above = 1;
  let below = 0;
  for (let term = 0; term < MOST_TERMS; ++term) {
    const m = Math.floor((term + 1) / 2);
    const odd = term % 2 === 0;
    const d = odd
      ? (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
      : (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    below = 1 / away(1 + d * below);
    above = away(1 + d / above);
    value *= above * below;
    if (Math.abs(above * below - 1) < 1e-16) break;
  }
  return 1 / value;
}

const away = (value: number) => (Math.abs(value) < TINY ? TINY : value);
