/** B₂ₖ / (2k (2k − 1)): the coefficients of Stirling's series. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];

/** From here on Stirling's series is exact to double precision. */
export const LARGE = 15;

/** The natural logarithm of the gamma function of x > 0, by recurrence and Stirling's series. */
export function logGamma(x: number): number {
  let shift = 1;
  let z = x;
  for (; z < LARGE; ++z) shift *= z;
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + stirlingRest(z) - Math.log(shift);
}

/** log Γ(z) − ((z − ½) log z − z + ½ log 2π) of a large z: the sum of Stirling's series. */
export function stirlingRest(z: number): number {
  let series = 0;
  for (let k = STIRLING.length - 1; k >= 0; --k) series = series / (z * z) + STIRLING[k];
  return series / z;
}
