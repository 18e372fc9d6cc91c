import {AnalysisError} from "../analysis-error.js";

/**
 * How much two labellings of the same things agree, whatever their labels are called: 1 if wholly, about 0 if as much
 * as by chance (Hubert and Arabie 1985). 1 if both put everything, or nothing, together.
 * @throws {AnalysisError} `wrong-shape` if one is longer than the other
 */
export function adjustedRandIndex<Label>(a: ArrayLike<Label>, b: ArrayLike<Label>): number {
  if (a.length !== b.length) {
    const [expected, found] = [`${a.length} labels`, `${b.length}`];
    throw new AnalysisError("wrong-shape", {path: "labels", expected, found, remedy: "Label the same things twice."});
  }
  const indices = new Map<Label, number>();
  const indexOf = (label: Label) => {
    const index = indices.get(label) ?? indices.size;
    indices.set(label, index);
    return index;
  };
  const [both, ofA, ofB] = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()];
  const count = (counts: Map<number, number>, key: number) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (let i = 0; i < a.length; ++i) {
    const [own, other] = [indexOf(a[i]), indexOf(b[i])];
    // There are at most two labels for each thing.
    count(both, own * 2 * a.length + other);
    count(ofA, own);
    count(ofB, other);
  }
  const pairs = (n: number) => (n * (n - 1)) / 2;
  const sum = (counts: Map<number, number>) => [...counts.values()].reduce((total, n) => total + pairs(n), 0);
  const [together, inA, inB] = [sum(both), sum(ofA), sum(ofB)];
  const byChance = a.length > 1 ? (inA * inB) / pairs(a.length) : 0;
  const most = (inA + inB) / 2;
  return most === byChance ? 1 : (together - byChance) / (most - byChance);
}
