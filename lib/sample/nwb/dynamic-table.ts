import type {Namespace, NwbWriter, Values} from "./nwb-writer.js";

/** A column of a table: one value per row, or several with the end of each row's in `index`. */
export interface Column {
  description: string;
  data: Values;
  index?: BigInt64Array;
  /** Only of `waveform_mean`. */
  unit?: string;
}

/** What a table is and holds; `colnames` follows the order of the columns. */
export interface Table {
  type: [Namespace, string];
  description: string;
  ids: ArrayLike<number>;
  columns: Record<string, Column>;
}

/** Writes a DynamicTable (hdmf-common): `id`, one dataset per column, and for ragged columns a VectorIndex. */
export function writeDynamicTable(nwb: NwbWriter, path: string, {type, description, ids, columns}: Table): void {
  nwb.group(path, type, {colnames: Object.keys(columns), description});
  nwb.dataset(`${path}/id`, integers(ids), ["hdmf-common", "ElementIdentifiers"]);
  for (const [name, column] of Object.entries(columns)) {
    const attributes = {description: column.description, ...(column.unit && {unit: column.unit})};
    nwb.dataset(`${path}/${name}`, column.data, ["hdmf-common", "VectorData"], attributes);
    if (column.index === undefined) continue;
    const target = nwb.reference(`${path}/${name}`);
    nwb.dataset(`${path}/${name}_index`, column.index, ["hdmf-common", "VectorIndex"], {target});
  }
}

/** Whole numbers as the files store them: int64. */
export function integers(values: ArrayLike<number>): BigInt64Array {
  return BigInt64Array.from(Array.from(values), (value) => BigInt(value));
}

/** The index of a ragged column from the number of values in each row: where each row ends. */
export function raggedIndex(lengths: readonly number[]): BigInt64Array {
  let end = 0;
  return integers(lengths.map((length) => (end += length)));
}
