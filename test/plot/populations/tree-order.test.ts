import {expect, it} from "vitest";
import {hierarchicalClustering, seededRandom} from "../../../lib/analysis/index.js";
import {treeOrder} from "../../../lib/plot/populations/tree-order.js";

const merge = (a: number, b: number, size: number) => ({clusters: [a, b] as const, distance: size, size});

it("a tree of one row is that row, and a merge puts its first cluster to the left", () => {
  expect(treeOrder([])).toEqual([0]);
  expect(treeOrder([merge(0, 1, 2)])).toEqual([0, 1]);
  expect(treeOrder([merge(1, 2, 2), merge(0, 3, 3)])).toEqual([0, 1, 2]);
  expect(treeOrder([merge(0, 2, 2), merge(1, 3, 3)])).toEqual([1, 0, 2]);
});

it("the rows of every cluster of a tree stand side by side, and each row stands once", () => {
  const random = seededRandom(2);
  const rows = 40;
  const data = {rows, columns: 2, values: Float64Array.from({length: 2 * rows}, random)};
  const merges = hierarchicalClustering(data);
  const order = treeOrder(merges);
  expect([...order].sort((a, b) => a - b)).toEqual(Array.from({length: rows}, (_, row) => row));
  const members: number[][] = Array.from({length: rows}, (_, row) => [row]);
  for (const {clusters} of merges) {
    const own = clusters.flatMap((cluster) => members[cluster]);
    members.push(own);
    const positions = own.map((row) => order.indexOf(row));
    expect(Math.max(...positions) - Math.min(...positions)).toBe(own.length - 1);
  }
});
