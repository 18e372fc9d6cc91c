import type {StimulusValue} from "../../session/index.js";

/**
 * The parameters that a unit can be tuned to: those with more than one number.
 * @param values what each parameter of the stimulus takes
 */
export function tunableParameters(values: Readonly<Record<string, readonly StimulusValue[]>>): string[] {
  return Object.keys(values).filter((name) => values[name].filter(Number.isFinite).length > 1);
}

/** The parameter to look at beside another: of a place on the screen the other coordinate, else the temporal frequency. */
export function suggestedSecond(parameter: string): string {
  return {x_position: "y_position", y_position: "x_position"}[parameter] ?? "temporal_frequency";
}
