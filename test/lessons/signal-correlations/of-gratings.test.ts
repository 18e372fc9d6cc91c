// The lesson on a session of which numpy's correlations are recorded.
import {describe, expect, it} from "vitest";
import {
  meanByAreaPair,
  meanByBin,
  pairDistances,
  pairValues,
  signalCorrelations
} from "../../../lib/analysis/correlations/index.js";
import {tuningCurve} from "../../../lib/analysis/tuning/index.js";
import {distanceEdges, unitPosition, unitsOfArea} from "../../../lib/lessons/correlations/index.js";
import type {Presentation} from "../../../lib/lessons/presentations/index.js";
import {
  parameterCombinations,
  parameterInPresentations,
  signalAnswers,
  signalMatrix
} from "../../../lib/lessons/signal-correlations/index.js";
import {goldenSessions, loadGolden, openGolden, type Recorded} from "../../parity/golden.js";

const stimulus = "drifting_gratings";
const [golden] = goldenSessions;
const recorded = loadGolden(golden, "analysis_signal_correlation");

const session = await openGolden(golden);
const units = unitsOfArea(await session.units(), "all areas");
const presentations = (await session.stimulusTable(stimulus)).objects() as Presentation[];
const counts = await session.spikeCountsByPresentation(
  presentations.map(({stimulus_presentation_id}) => stimulus_presentation_id),
  units.map(({unit_id}) => unit_id)
);
const combinations = parameterCombinations(await session.parameterValuesForStimulus(stimulus));
session.close();
const [over] = combinations;
const curve = tuningCurve(counts, ...over.map((name) => parameterInPresentations(presentations, name)));
const correlations = await signalCorrelations(curve.mean);
const pairs = pairValues(correlations);

/** numpy's correlation of every two units, by their ids, each pair once. */
const byNumpy: number[] = recorded.unit_ids.flatMap((_: number, i: number) =>
  recorded.correlation[i].slice(i + 1).map((value: Recorded) => (value === "NaN" ? Number.NaN : value))
);

describe(`signal correlations of ${golden.name}`, () => {
  it("are over the conditions that were recorded, blank sweeps left out", () => {
    const columns = ["orientation", "temporal_frequency"].map((name) => over.indexOf(name));
    const conditions = curve.conditions.map((condition) => columns.map((column) => condition[column]));
    expect(conditions.sort(([a, b], [c, d]) => a - c || b - d)).toEqual(recorded.conditions);
  });

  it("name the units that numpy has no correlation of", () => {
    const without = recorded.correlation.filter((row: Recorded[], i: number) =>
      row.every((value, j) => i === j || value === "NaN")
    ).length;
    const {caption} = signalMatrix({correlations, n: curve.n, units, pairs, stimulus, over});
    expect(without).toBe(1);
    expect(caption).toContain(" Grey: one unit that responds to all conditions alike.");
    expect(caption).toContain(`${byNumpy.length} pairs, over ${recorded.conditions.length} conditions`);
  });

  it("above 0.5 are as many as numpy's", () => {
    const distances = pairDistances(units.map(unitPosition)).map((distance) => distance / 1000);
    const edges = distanceEdges(distances);
    const {above, spread} = signalAnswers({
      pairs,
      shuffledPairs: pairs,
      curve,
      byAreas: meanByAreaPair(
        pairs,
        units.map((unit) => unit.ecephys_structure_acronym)
      ),
      byDistance: meanByBin(distances, pairs, edges),
      edges
    });
    const known = byNumpy.filter((value) => !Number.isNaN(value));
    const high = known.filter((value) => value > 0.5).length;
    expect(above).toContain(`${high} of ${known.length} pairs; ${high} in the shuffle.`);
    expect(spread).toContain(`With the 8 conditions chosen now, that is ${(1 / Math.sqrt(7)).toFixed(3)}`);
  });
});
