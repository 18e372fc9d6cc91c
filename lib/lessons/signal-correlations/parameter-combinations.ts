import type {StimulusValue} from "../../session/index.js";

/**
 * What tuning can be to: every two parameters that vary, then each by itself. A correlation over fewer than three
 * conditions says nothing, so a parameter of two values does not stand alone.
 * @param values what each parameter of the stimulus takes
 */
export function parameterCombinations(values: Readonly<Record<string, readonly StimulusValue[]>>): string[][] {
  const valuesOf = (name: string) => values[name].filter(Number.isFinite).length;
  const parameters = Object.keys(values).filter((name) => valuesOf(name) > 1);
  return [
    ...parameters.flatMap((name, index) => parameters.slice(index + 1).map((other) => [name, other])),
    ...parameters.filter((name) => valuesOf(name) > 2).map((name) => [name])
  ];
}
