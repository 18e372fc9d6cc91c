/** A probability with four decimals or, where it is smaller than they can say, as a power of ten: "1.2 · 10⁻⁷". */
export function probabilityText(p: number): string {
  if (p < 1e-300) return "less than 10⁻³⁰⁰";
  if (p >= 1e-4) return p.toFixed(4);
  const [factor, power] = p.toExponential(1).split("e-");
  return `${factor}\u00a0·\u00a010⁻${Array.from(power, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("")}`;
}
