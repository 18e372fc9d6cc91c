import {AnalysisError} from "../analysis-error.js";
import {asFiniteMatrix, type Matrix, type MatrixLike} from "../linear-algebra/index.js";
import {type LongTaskOptions, takingTurns} from "../long-task.js";
import type {RandomSource} from "../statistics/seeded-random.js";

/** How a picture of many dimensions is made. */
export interface UmapOptions extends LongTaskOptions {
  random: RandomSource;
  /** How many neighbours of each row are to stay neighbours; 15 by default, fewer for fewer rows. */
  neighbors?: number;
  /** How near points may come; 0.1 by default. */
  minDistance?: number;
  /** How many times the picture is improved; by default 500, and fewer for many rows. */
  epochs?: number;
}

/**
 * Rows as points of a plane, in which neighbours stay near: uniform manifold approximation and projection (McInnes,
 * Healy and Melville 2018), for pictures only; distances in it are not distances of the data.
 * Before the first of its epochs the library looks for neighbours, in one go: 1 s or more for 3,000 rows, in which no signal
 * is seen and no progress told. So a page asks a worker for it, which can be ended at any time.
 *
 * @example
 * const points = await umap(features, {random: seededRandom(1), neighbors: 30});
 *
 * @returns rows × 2
 * @throws {AnalysisError} `too-few-data` for fewer than 3 rows; `wrong-argument` for NaN; what the signal was aborted with
 */
export async function umap(
  input: MatrixLike,
  {random, neighbors = 15, minDistance = 0.1, epochs, signal, onProgress}: UmapOptions
): Promise<Matrix> {
  const data = asFiniteMatrix(input, "data");
  if (data.rows < 3) {
    const [expected, found] = ["3 rows or more", `${data.rows}`];
    throw new AnalysisError("too-few-data", {path: "data", expected, found, remedy: "Take more units."});
  }
  const turn = takingTurns({signal, onProgress});
  const UMAP = await umapLibrary();
  const layout = new UMAP({
    nComponents: 2,
    nNeighbors: Math.min(neighbors, data.rows - 1),
    minDist: minDistance,
    nEpochs: epochs,
    random
  });
  const rows = Array.from({length: data.rows}, (_, row) =>
    Array.from(data.values.subarray(row * data.columns, (row + 1) * data.columns))
  );
  const steps = layout.initializeFit(rows);
  for (let step = 0; step < steps; ++step) {
    await turn(step / steps);
    layout.step();
  }
  await turn(1);
  return {rows: data.rows, columns: 2, values: Float64Array.from(layout.getEmbedding().flat())};
}

type Library = typeof import("umap-js");

/** The library, which is loaded on use: only a picture needs it. Some bundlers give a CommonJS module as a default. */
async function umapLibrary(): Promise<Library["UMAP"]> {
  const library = (await import("umap-js")) as Library & {default?: Library};
  return library.UMAP ?? library.default!.UMAP;
}
