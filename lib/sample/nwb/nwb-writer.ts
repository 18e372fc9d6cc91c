import {File, type Group, type GuessableDataTypes, type Reference, ready} from "h5wasm/node";
import {RandomStream} from "../random-stream.js";
import {type CompressedData, createCompressed} from "./compressed-dataset.js";
import {BOOLEAN_PLACEHOLDER, finishObjectHeaders} from "./finish-object-headers.js";

/** The namespaces of NWB's types. */
export type Namespace = "core" | "hdmf-common" | "ndx-aibs-ecephys";

/** The data of a dataset: numbers keep their type, `Int32Array` and `BigInt64Array` included; booleans become NWB's. */
export type Values =
  | Float64Array
  | Float32Array
  | BigInt64Array
  | Int32Array
  | string[]
  | boolean[]
  | Reference[]
  | Links
  | Matrix
  | CompressedData;

/** Numbers in rows and columns, row by row. */
export interface Matrix {
  values: Float64Array;
  shape: [rows: number, columns: number];
}

/** Rows that each point at one entry of a TimeSeries, as the intervals tables keep them. */
export interface Links {
  series: Reference;
  entries: Int32Array;
}

/** An attribute: text, a number (float64), a whole number (bigint, int64), a truth, a list of names, or a reference. */
export type AttributeValue = string | number | bigint | boolean | string[] | Reference;

/**
 * Writes an NWB file as the files of the Allen Institute are written (pynwb 1.3, HDF5 "earliest" format, everything
 * contiguous but what is asked to be compressed). Object ids are derived from the seed, the file's key and the object's
 * path. Call `close` at the end; before that the file is not valid.
 */
export class NwbWriter {
  private readonly addresses = new Set<number>();

  private constructor(
    private readonly file: File,
    private readonly path: string,
    private readonly seed: number,
    private readonly key: string
  ) {
    this.remember(file);
  }

  /** Creates the file, or empties it. `key` tells the object ids of a session's files apart. */
  static async create(path: string, seed: number, key = ""): Promise<NwbWriter> {
    await ready;
    return new NwbWriter(new File(path, "w", {libver: ["earliest", "latest"]}), path, seed, key);
  }

  /** Creates a group, and those above it that are not there yet; `type` makes it an NWB object. */
  group(path: string, type?: [Namespace, string], attributes: Record<string, AttributeValue> = {}): void {
    let group: Group = this.file;
    const names = path.split("/").filter(Boolean);
    names.forEach((name, i) => {
      const above = `/${names.slice(0, i + 1).join("/")}`;
      const there = group.keys().includes(name);
      group = there ? (this.file.get(above) as Group) : group.create_group(name);
      if (!there) this.remember(group);
    });
    this.attributes(path, {...attributes, ...this.typeAttributes(path, type)});
  }

  /** Creates a dataset in a group that is there; one string, or one value per row. */
  dataset(
    path: string,
    data: Values | string,
    type?: [Namespace, string],
    attributes: Record<string, AttributeValue> = {},
    dtype?: "A"
  ): void {
    const cut = path.lastIndexOf("/");
    const group = this.file.get(path.slice(0, cut) || "/") as Group;
    const name = path.slice(cut + 1);
    const compressed = typeof data === "object" && "parts" in data;
    const dataset = compressed
      ? createCompressed(group, name, data)
      : group.create_dataset({name, ...encode(data), ...(dtype && {dtype})});
    this.remember(dataset);
    this.attributes(path, {...attributes, ...this.typeAttributes(path, type)});
  }

  attributes(path: string, attributes: Record<string, AttributeValue>): void {
    const target = this.file.get(path) as Group;
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === "boolean") {
        const data = new Map([["boolean", Int8Array.of(value ? 1 : 0)]]);
        target.create_attribute(name, data, [], BOOLEAN_PLACEHOLDER);
      } else if (typeof value === "bigint") target.create_attribute(name, BigInt64Array.of(value), [], "<q");
      else if (typeof value === "number") target.create_attribute(name, Float64Array.of(value), [], "<d");
      else target.create_attribute(name, value);
    }
  }

  softLink(path: string, target: string): void {
    this.file.create_soft_link(target, path);
  }

  reference(path: string): Reference {
    return (this.file.get(path) as Group).create_reference();
  }

  /** Completes the file. */
  close(): void {
    this.file.close();
    finishObjectHeaders(this.path, [...this.addresses]);
  }

  private typeAttributes(path: string, type?: [Namespace, string]): Record<string, AttributeValue> {
    if (type === undefined) return {};
    return {namespace: type[0], neurodata_type: type[1], object_id: objectId(this.seed, this.key + path)};
  }

  private remember(object: {create_reference(): Reference}): void {
    const bytes = Uint8Array.from(object.create_reference().ref_data);
    this.addresses.add(Number(new DataView(bytes.buffer).getBigUint64(0, true)));
  }
}

function encode(data: Exclude<Values, CompressedData> | string): {
  data: GuessableDataTypes;
  shape?: number[];
  dtype?: string | [string, string][];
} {
  if (Array.isArray(data) && typeof data[0] === "boolean") {
    const bytes = Int8Array.from(data as boolean[], Number);
    return {data: new Map([["boolean", bytes]]), shape: [bytes.length], dtype: BOOLEAN_PLACEHOLDER};
  }
  if (typeof data === "object" && "series" in data) {
    const {entries, series} = data;
    const columns = new Map<string, Int32Array | Reference[]>([
      ["idx_start", entries],
      ["count", new Int32Array(entries.length).fill(1)],
      ["timeseries", new Array<Reference>(entries.length).fill(series)]
    ]);
    const dtype: [string, string][] = [
      ["idx_start", "<i"],
      ["count", "<i"],
      ["timeseries", "Reference"]
    ];
    return {data: columns, shape: [entries.length], dtype};
  }
  if (typeof data === "object" && "shape" in data) return {data: data.values, shape: data.shape};
  return {data: data as GuessableDataTypes};
}

/** A version-4 UUID drawn from the seed and where the object is. */
function objectId(seed: number, path: string): string {
  const random = new RandomStream(seed, `object-id${path}`);
  const digits = Array.from({length: 4}, () => random.uint32().toString(16).padStart(8, "0")).join("");
  const variant = (8 + (Number.parseInt(digits[16], 16) & 3)).toString(16);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    variant + digits.slice(17, 20),
    digits.slice(20)
  ].join("-");
}
