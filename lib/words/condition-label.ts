/** A stimulus condition: its id, its stimulus, and its parameters. */
export type Condition = Record<string, unknown>;

const NOT_PARAMETERS = new Set(["stimulus_condition_id", "stimulus_name"]);

const UNIT_OF = new Map([
  ["orientation", "°"],
  ["temporal_frequency", " Hz"],
  ["spatial_frequency", " cycles/°"],
  ["x_position", "°"],
  ["y_position", "°"]
]);

/** The parameters that differ between some conditions, the one with the most values first. */
export function varyingParameters(conditions: readonly Condition[]): string[] {
  if (conditions.length === 0) return [];
  const kinds = Object.keys(conditions[0])
    .filter((name) => !NOT_PARAMETERS.has(name))
    .map((name) => ({name, count: new Set(conditions.map((condition) => textOf(condition[name]))).size}));
  return kinds
    .filter(({count}) => count > 1)
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name))
    .map(({name}) => name);
}

/** What sets a condition apart from the others of its stimulus: "orientation 90°, temporal_frequency 2 Hz". */
export function conditionLabel(condition: Condition, varying: readonly string[]): string {
  const set = varying.filter((name) => condition[name] !== null && condition[name] !== undefined);
  if (set.length === 0) return varying.length ? "blank" : "the only condition";
  return set.map((name) => valueLabel(name, condition[name])).join(", ");
}

/** Whether a figure over the first two varying parameters has a place for a condition: it has a value of both. */
export function hasPlace(condition: Condition, varying: readonly string[]): boolean {
  return varying.slice(0, 2).every((name) => condition[name] !== null && condition[name] !== undefined);
}

/** What a flash of a colour is called: −1 is a dark screen, 1 a bright one. */
export function flashColorName(color: number): string {
  return color < 0 ? `dark (color \u2212${-color})` : `bright (color ${color})`;
}

function valueLabel(name: string, value: unknown): string {
  return name === "color" && typeof value === "number"
    ? flashColorName(value)
    : `${name} ${textOf(value)}${UNIT_OF.get(name) ?? ""}`;
}

/** A parameter's name with its unit, for an axis. */
export function parameterLabel(name: string): string {
  if (name === "color") return "color (\u22121 dark, 1 bright)";
  const unit = UNIT_OF.get(name)?.trim();
  return unit ? `${name} (${unit})` : name;
}

/** A parameter's value as text. */
export function textOf(value: unknown): string {
  return Array.isArray(value) ? `[${value.join(", ")}]` : String(value);
}
