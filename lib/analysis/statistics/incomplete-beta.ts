import {LARGE, logGamma, stirlingRest} from "./log-gamma.js";

const TINY = 1e-300;
const MOST_TERMS = 10_000;

/**
 * The regularised incomplete beta function I_x(a, b): the probability that a beta-distributed number is at most x.
 * By a continued fraction.
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
  return front(x, a, b, complement) / continuedFraction(x, a, b, complement);
}

/**
 * xᵃ (1 − x)ᵇ / B(a, b). Of large a or b its parts are large and nearly cancel, so what cancels is left out before anything is
 * rounded (Didonato and Morris 1992, ACM TOMS 18: 360, `BRCOMP` and `ALGDIV`).
 */
function front(x: number, a: number, b: number, complement: number): number {
  const [small, large] = [Math.min(a, b), Math.max(a, b)];
  const sum = a + b;
  if (small >= LARGE) {
    // How far x is from the mean of the distribution, a / (a + b).
    const distance = x <= complement ? a - sum * x : sum * complement - b;
    const exponent = a * excess(-distance / a, (x * sum) / a) + b * excess(distance / b, (complement * sum) / b);
    const rest = stirlingRest(a) + stirlingRest(b) - stirlingRest(sum);
    return Math.sqrt((a / sum) * (b / (2 * Math.PI))) * Math.exp(-exponent - rest);
  }
  const logPowers = a * logOf(x, complement) + b * logOf(complement, x);
  if (large < LARGE) return Math.exp(logPowers - logGamma(a) - logGamma(b) + logGamma(sum));
  // log Γ(large) − log Γ(sum), by Stirling's series of both.
  const difference =
    small * (1 - Math.log(large)) - (sum - 0.5) * Math.log1p(small / large) + stirlingRest(large) - stirlingRest(sum);
  return Math.exp(logPowers - logGamma(small) - difference);
}

/** log x, where 1 − x is known, too. */
const logOf = (x: number, complement: number) => (x < 0.5 ? Math.log(x) : Math.log1p(-complement));

/** e − log(1 + e), of which 1 + e is known, too. */
const excess = (e: number, onePlus: number) => e - (Math.abs(e) < 0.5 ? Math.log1p(e) : Math.log(onePlus));

/**
 * b₀ + a₁ / (b₁ + a₂ / (b₂ + …)), the even part of the fraction of DLMF 8.17.22 (Didonato and Morris 1992, `BFRAC`), in which
 * 1 − x stands by itself, so that nothing cancels where x is nearly 1. By Lentz's method.
 */
function continuedFraction(x: number, a: number, b: number, complement: number): number {
  const whole = (m: number) =>
    m +
    (m === 0 ? 0 : (m * (b - m) * x) / (a + 2 * m - 1)) +
    ((a + m) * (a * complement - b * x + 1 + m * (1 + complement))) / (a + 2 * m + 1);
  let above = away(whole(0));
  let below = 0;
  let value = above;
  for (let m = 1; m < MOST_TERMS; ++m) {
    const part = ((a + m - 1) / (a + 2 * m - 1)) * ((a + b + m - 1) / (a + 2 * m - 1)) * m * (b - m) * x * x;
    below = 1 / away(whole(m) + part * below);
    above = away(whole(m) + part / above);
    value *= above * below;
    if (Math.abs(above * below - 1) < 1e-16) break;
  }
  return value;
}

const away = (value: number) => (Math.abs(value) < TINY ? TINY : value);
