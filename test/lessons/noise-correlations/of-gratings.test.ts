// The lesson on a session of which numpy's correlations are recorded.
import {describe, expect, it} from "vitest";
import {meanNoiseCorrelations, noiseCorrelations, pairValues} from "../../../lib/analysis/correlations/index.js";
import {tuningCurve} from "../../../lib/analysis/tuning/index.js";
import {suggestedPair, unitsOfArea} from "../../../lib/lessons/correlations/index.js";
import {
  choosableConditions,
  NOISE_METHODS,
  noiseMatrix,
  otherMethodAnswer,
  POOLED_SCORES,
  repeatsOfPair
} from "../../../lib/lessons/noise-correlations/index.js";
import {isBlankSweep, type Presentation} from "../../../lib/lessons/presentations/index.js";
import type {Condition} from "../../../lib/words/index.js";
import {goldenSessions, loadGolden, openGolden, type Recorded} from "../../parity/golden.js";

const stimulus = "drifting_gratings";
const [golden] = goldenSessions;
const recorded = loadGolden(golden, "analysis_noise_correlation");

const session = await openGolden(golden);
const units = unitsOfArea(await session.units(), "all areas");
const presentations = (await session.stimulusTable(stimulus)).objects() as Presentation[];
const parameters = await session.parameterValuesForStimulus(stimulus);
const counts = await session.spikeCountsByPresentation(
  presentations.map(({stimulus_presentation_id}) => stimulus_presentation_id),
  units.map(({unit_id}) => unit_id)
);
const all = (await session.stimulusConditions()).objects() as Condition[];
session.close();
const conditions = presentations.map((presentation) =>
  isBlankSweep(presentation, parameters) ? Number.NaN : presentation.stimulus_condition_id
);
const correlations = await noiseCorrelations(counts, conditions);
const pairs = pairValues(correlations);
const responses = tuningCurve(counts, conditions);
const pair = suggestedPair(pairs, responses, units);
const choosable = choosableConditions(responses, all, {units, pair});

/** Presentations that are no blank sweeps. */
const gratings = presentations.filter(({orientation}) => orientation !== null).length;

/** numpy's correlation of two units, by their ids. */
function byNumpy(matrix: Recorded[][], a: number, b: number): number {
  const value = matrix[recorded.unit_ids.indexOf(a)][recorded.unit_ids.indexOf(b)];
  return value === "NaN" ? Number.NaN : value;
}

/** Every pair of units, in the order of the figure. */
const idPairs = units.flatMap((unit, i) => units.slice(i + 1).map((other) => [unit.unit_id, other.unit_id]));

function figuresOf(condition: Condition, method = POOLED_SCORES) {
  const [first, second] = pair.map((unit) => unit ?? null);
  const {varying} = choosable;
  return repeatsOfPair(pairs, {
    units,
    first,
    second,
    presentations,
    conditions,
    counts,
    condition,
    varying,
    method,
    colorOf: String
  });
}

describe(`noise correlations of ${golden.name}`, () => {
  it("are within conditions that are no blank sweeps", () => {
    expect(choosable.conditions).toHaveLength(8);
    expect(choosable.conditions.every(({orientation}) => orientation !== null)).toBe(true);
    expect(choosable.varying.toSorted()).toEqual(["orientation", "temporal_frequency"]);
  });

  it("begin with the pair that numpy finds most correlated, of units that fire", () => {
    const isBusy = (id: number) => {
      const column = units.findIndex(({unit_id}) => unit_id === id);
      const total = responses.conditions.reduce(
        (sum, _, row) => sum + responses.mean.values[row * units.length + column],
        0
      );
      return total / responses.conditions.length >= 1;
    };
    const values = idPairs
      .filter((ids) => ids.every(isBusy))
      .map(([a, b]) => byNumpy(recorded.pooled, a, b))
      .filter((value) => !Number.isNaN(value));
    const [a, b] = pair.map((unit) => unit!.unit_id);
    expect(byNumpy(recorded.pooled, a, b)).toBe(Math.max(...values));
  });

  it("begin with the condition in which that pair fires most", () => {
    const columns = pair.map((unit) => units.indexOf(unit!));
    const spikes = choosable.conditions.map(({stimulus_condition_id}) => {
      const rows = conditions.flatMap((id, row) => (id === stimulus_condition_id ? [row] : []));
      const total = rows.reduce(
        (sum, row) => sum + columns.reduce((own, column) => own + counts.values[row * units.length + column], 0),
        0
      );
      return total / rows.length;
    });
    expect(choosable.conditions.indexOf(choosable.firstCondition!)).toBe(spikes.indexOf(Math.max(...spikes)));
  });

  it("of one condition and of all z-scores are numpy's", () => {
    const {condition_id, correlation} = recorded.first_condition;
    const [a, b] = pair.map((unit) => unit!.unit_id);
    const first = choosable.conditions.find(({stimulus_condition_id}) => stimulus_condition_id === condition_id)!;
    const text = (value: number) => `r = ${value.toFixed(3).replace("-", "−")}`;
    const {caption} = figuresOf(first);
    const one = byNumpy(correlation, a, b);
    const pooled = text(byNumpy(recorded.pooled, a, b));
    expect(one).not.toBeNaN();
    expect(caption).toContain(
      `${text(one)} over n = 3 presentations; of the z-scores, ${pooled} over n = ${gratings}.`
    );
    expect(caption).toMatch(new RegExp(`The latter is the noise correlation in the matrix: ${pooled}.$`));
    expect(figuresOf(first, NOISE_METHODS[1]).caption).toContain("The mean over conditions is the noise correlation");
  });

  it("have a point for each presentation, called by its id", () => {
    const condition = choosable.firstCondition!;
    const [inCondition, inAll] = figuresOf(condition).figures;
    if (!("data" in inCondition && "data" in inAll)) throw new Error("no figures");
    const rows = conditions.flatMap((id, row) => (id === condition.stimulus_condition_id ? [row] : []));
    expect(inCondition.data.map(({length}) => length)).toEqual([rows.length, rows.length]);
    expect(inAll.data.map(({length}) => length)).toEqual([gratings, gratings]);
    rows.forEach((row, point) => {
      const [x, y] = pair.map((unit) => counts.values[row * units.length + units.indexOf(unit!)]);
      expect(inCondition.data.map((values) => values[point])).toEqual([x, y]);
      expect(inCondition.options.nameOf(point)).toBe(`presentation ${presentations[row].stimulus_presentation_id}`);
    });
    const names = Array.from({length: gratings}, (_, point) => inAll.options.nameOf(point));
    expect(new Set(names).size).toBe(gratings);
  });

  it("spread by luck as 1/√(n − 1), each condition giving up a repeat for its mean", () => {
    expect(figuresOf(choosable.conditions[0]).luck).toEqual({
      repeats: 3,
      spread: (1 / Math.sqrt(2)).toFixed(2),
      allRepeats: gratings,
      spreadOfAll: (1 / Math.sqrt(gratings - 8)).toFixed(2),
      conditions: 8
    });
  });

  it("are those of the shuffle in a matrix that says so, on the scale of the measured ones", () => {
    const matrix = {correlations, n: responses.n, units, pairs, stimulus};
    const shuffled = correlations.map(() => 0);
    const [own, control] = [
      noiseMatrix({...matrix, drawn: correlations, seed: null}),
      noiseMatrix({...matrix, drawn: shuffled, seed: 7})
    ];
    if (!("data" in own && "data" in control)) throw new Error("no figures");
    expect(control.data[0]).toBe(shuffled);
    expect(control.caption).toBe(`Shuffled with seed 7. ${own.caption}`);
    expect(control.options.limit).toBe(own.options.limit);
    expect(own.caption).toContain(" Grey: one unit whose counts never vary within a condition.");
  });

  it("have numpy's mean by either method", async () => {
    const others = pairValues((await meanNoiseCorrelations(counts, conditions)).mean);
    const mean = (matrix: Recorded[][]) => {
      const values = idPairs
        .map(([a, b]) => [byNumpy(recorded.pooled, a, b), byNumpy(matrix, a, b)])
        .filter((both) => !both.some(Number.isNaN))
        .map(([, value]) => value);
      return (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(3).replace("-", "−");
    };
    expect(otherMethodAnswer(pairs, others, POOLED_SCORES, responses.n)).toContain(
      `their means are ${mean(recorded.pooled)} (${POOLED_SCORES}) and ${mean(recorded.mean_of_conditions)} (the other)`
    );
  });
});

describe("without a pair", () => {
  it("there is a sentence in place of the figures, and luck is still told", () => {
    const none = repeatsOfPair(new Float64Array(0), {
      units: [],
      first: null,
      second: null,
      presentations,
      conditions,
      counts,
      condition: choosable.conditions[0],
      varying: choosable.varying,
      method: POOLED_SCORES,
      colorOf: String
    });
    expect(none.figures).toEqual([expect.objectContaining({empty: expect.any(String)})]);
    expect(none.luck.repeats).toBe(3);
    expect(none.chosen.pair).toBe(-1);
  });

  it("there is no condition to begin with where none was shown", () => {
    const empty = tuningCurve({rows: 0, columns: 0, values: new Float64Array(0)}, []);
    expect(choosableConditions(empty, all, {units: [], pair: [undefined, undefined]})).toMatchObject({
      conditions: [],
      varying: [],
      firstCondition: undefined
    });
  });
});
