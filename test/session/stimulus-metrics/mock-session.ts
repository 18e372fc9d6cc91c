import type {ColumnTable} from "arquero";
import {expect} from "vitest";

export const NAN = Number.NaN;

export const SPIKES: Record<number, number[]> = {
  0: [1, 2, 3, 4],
  1: [2.5],
  2: [1.01, 1.02, 1.03],
  3: [],
  4: [0.01, 1.7, 2.13, 3.19, 4.25],
  5: [1.5, 3, 4.5]
};

/** A table of presentations, one after the other from 0.5 s on. */
export function presentations(name: string, duration: number, parameters: Record<string, number[]>, from = 0.5) {
  const count = Object.values(parameters)[0].length;
  const start_time = Array.from({length: count}, (_, i) => from + i * duration);
  const stop_time = start_time.map((start) => start + duration);
  return {[name]: {start_time, stop_time, stimulus_name: new Array<string>(count).fill(name), ...parameters}};
}

/** Every combination of the values of parameters, the last of which varies fastest. */
export function combinations(parameters: Record<string, number[]>): Record<string, number[]> {
  const [[name, values], ...rest] = Object.entries(parameters);
  if (rest.length === 0) return {[name]: values};
  const others = combinations(Object.fromEntries(rest));
  const count = Object.values(others)[0].length;
  return {
    [name]: values.flatMap((value) => new Array<number>(count).fill(value)),
    ...Object.fromEntries(Object.entries(others).map(([other, own]) => [other, values.flatMap(() => own)]))
  };
}

export const valuesOf = (table: ColumnTable, name: string) => Array.from(table.array(name) as ArrayLike<unknown>);

export function expectNear(actual: unknown[], expected: number[], digits: number): void {
  expect(actual).toEqual(expected.map((value) => (Number.isNaN(value) ? NAN : expect.closeTo(value, digits))));
}
