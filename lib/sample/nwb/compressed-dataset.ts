import type {Dataset, Group} from "h5wasm/node";

/** Numbers that are stored compressed, and written part by part so that the whole need not be in memory. */
export interface CompressedData {
  shape: number[];
  /** Shape of a chunk, which is what a reader has to decompress at a time. */
  chunk: number[];
  /** The axis along which the parts follow each other. */
  axis: number;
  parts: Iterable<Float64Array | Float32Array>;
}

/** Gzip level: the published files have 9, which takes twice as long and makes noise no smaller. */
const LEVEL = 2;

/** Creates the dataset `name` with its parts, in gzip chunks without other filters, as the published LFP is stored. */
export function createCompressed(group: Group, name: string, {shape, chunk, axis, parts}: CompressedData): Dataset {
  let dataset: Dataset | undefined;
  let at = 0;
  for (const data of parts) {
    const others = shape.reduce((product, size, i) => (i === axis ? product : product * size), 1);
    const length = data.length / others;
    if (dataset === undefined) {
      const first = shape.map((size, i) => (i === axis ? length : size));
      const layout = {shape: first, maxshape: shape, chunks: chunk, compression: "gzip" as const};
      dataset = group.create_dataset({name, data, ...layout, compression_opts: LEVEL});
      dataset.resize(shape);
    } else {
      dataset.write_slice(
        shape.map((size, i) => (i === axis ? [at, at + length] : [0, size])),
        data
      );
    }
    at += length;
  }
  if (dataset === undefined || at !== shape[axis]) throw new Error(`${name}: ${at} of ${shape[axis]} were written`);
  return dataset;
}
