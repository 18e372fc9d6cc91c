/**
 * After how many degrees the values of a parameter come round again: 360 for the directions of drifting gratings, 180 for
 * the orientations of static ones. Null for a parameter that is no angle, and for angles that do not go evenly round, of
 * which no circular mean can be taken.
 * @param parameter AllenSDK's name: `orientation`, or `Dir` of moving dots
 * @param values degrees, ascending, each once
 */
export function circularPeriod(parameter: string, values: readonly number[]): 180 | 360 | null {
  const periods = parameter === "orientation" ? ([360, 180] as const) : parameter === "Dir" ? ([360] as const) : [];
  const isEven = (period: number) =>
    values.length >= 3 && values.every((value, i) => Math.abs(value - values[0] - (i * period) / values.length) < 1e-6);
  return periods.find(isEven) ?? null;
}
