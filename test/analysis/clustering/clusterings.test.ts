import {describe, expect, it} from "vitest";
import {clusterings, type Matrix, seededRandom} from "../../../lib/analysis/index.js";
import {abortedAtLook} from "../aborting-signal.js";

/** Three clouds of points, of 40, 25 and 15, in this order. */
function clouds(): {data: Matrix; planted: number[]} {
  const random = seededRandom(7);
  const centres = [
    [0, 0],
    [8, 0],
    [0, 8]
  ];
  const planted = [40, 25, 15].flatMap((size, cloud) => new Array<number>(size).fill(cloud));
  const noise = () => random() + random() + random() - 1.5;
  const values = Float64Array.from(planted.flatMap((cloud) => centres[cloud].map((centre) => centre + noise())));
  return {data: {rows: planted.length, columns: 2, values}, planted};
}

describe.each(["k-means", "gaussian-mixture", "hierarchical"] as const)("clusterings by %s", (method) => {
  it("of three clouds of points find them, the largest first, and three clusters have the best silhouette", async () => {
    const {data, planted} = clouds();
    const {byCount} = await clusterings(data, {method, random: seededRandom(1), most: 6});
    expect(byCount.map(({clusters}) => clusters)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(Array.from(byCount[2].labels)).toEqual(planted);
    const best = byCount.slice(1).sort((a, b) => b.silhouette - a.silhouette)[0];
    expect(best.clusters).toBe(3);
    expect(byCount[0].silhouette).toBeNaN();
  });

  it("are no more than there are rows", async () => {
    const {data} = clouds();
    const few = {rows: 3, columns: 2, values: data.values.slice(0, 6)};
    const {byCount} = await clusterings(few, {method, random: seededRandom(1)});
    expect(byCount.length).toBeLessThanOrEqual(3);
    expect(byCount[0].clusters).toBe(1);
  });

  it("tell how far they are, and end when they are cancelled", async () => {
    const {data} = clouds();
    const told: number[] = [];
    await clusterings(data, {method, random: seededRandom(1), onProgress: (fraction) => told.push(fraction)});
    expect(told.at(-1)).toBe(1);
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(clusterings(data, {method, random: seededRandom(1), signal})).rejects.toThrow("enough");
  });

  it("refuse what is not a number", async () => {
    const data = {rows: 2, columns: 1, values: Float64Array.of(1, Number.NaN)};
    await expect(clusterings(data, {method, random: seededRandom(1)})).rejects.toMatchObject({tag: "wrong-argument"});
  });
});

it.each(["k-means", "gaussian-mixture"] as const)(
  "clusterings by %s can be cancelled at every step",
  async (method) => {
    const {data} = clouds();
    const controller = new AbortController();
    let drawn = 0;
    const random = () => {
      ++drawn;
      controller.abort(new Error("enough"));
      return 0.5;
    };
    await expect(clusterings(data, {method, random, signal: controller.signal})).rejects.toThrow("enough");
    expect(drawn).toBe(1);
  }
);

it("a tree can be cancelled between its merges", async () => {
  const {data} = clouds();
  // One cluster and its silhouette are some 80 looks.
  const options = {method: "hierarchical", most: 1, random: seededRandom(1)} as const;
  await expect(clusterings(data, {...options, signal: abortedAtLook(100)})).rejects.toThrow("enough");
  await expect(clusterings(data, {...options, signal: abortedAtLook(300)})).rejects.toThrow("enough");
});

it("a mixture of three clouds has the least BIC with three, and a tree has a merge for each row but one", async () => {
  const {data} = clouds();
  const {byCount} = await clusterings(data, {method: "gaussian-mixture", random: seededRandom(1), most: 6});
  expect([...byCount].sort((a, b) => a.bic - b.bic)[0].clusters).toBe(3);
  const {merges} = await clusterings(data, {method: "hierarchical", random: seededRandom(1), most: 2});
  expect(merges).toHaveLength(data.rows - 1);
});
