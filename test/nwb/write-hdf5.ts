// Small HDF5 files for tests, written by h5wasm from a description of their objects.
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {type Dtype, File, type Group, type GuessableDataTypes, ready} from "h5wasm/node";
import {afterAll} from "vitest";

/** A dataset with more than its values to say. */
export interface DatasetDescription {
  data: GuessableDataTypes;
  shape?: number[];
  dtype?: Dtype;
  chunks?: number[];
  attributes?: Attributes;
}

type Attributes = Record<string, GuessableDataTypes>;

/** A soft link, or a reference to an object: the path it leads to. */
export class Link {
  constructor(readonly target: string) {}
}
export class References {
  constructor(readonly targets: (string | null)[]) {}
}

/** A group: attributes under keys that begin with @, and objects under the others. */
export interface GroupDescription {
  [name: string]: GuessableDataTypes | DatasetDescription | GroupDescription | Link | References;
}

let directory: string | undefined;
let written = 0;

/** A folder that is gone after the tests of the file. */
export function temporaryDirectory(): string {
  if (!directory) {
    const made = mkdtempSync(join(tmpdir(), "nwb-"));
    directory = made;
    afterAll(() => rmSync(made, {recursive: true, force: true}));
  }
  return directory;
}

/** Writes a file and returns its path. */
export async function writeHdf5(root: GroupDescription): Promise<string> {
  await ready;
  const path = join(temporaryDirectory(), `${written++}.nwb`);
  const file = new File(path, "w");
  const references: [Group, string, References][] = [];
  writeGroup(file, root, references);
  for (const [group, name, {targets}] of references) {
    const data = targets.map((target) =>
      target
        ? (file.get(target) as Group).create_reference()
        : Object.assign(file.create_reference(), {ref_data: new Uint8Array(8)})
    );
    group.create_dataset({name, data});
  }
  file.close();
  return path;
}

function writeGroup(group: Group, description: GroupDescription, references: [Group, string, References][]): void {
  for (const [name, value] of Object.entries(description)) {
    if (name.startsWith("@")) group.create_attribute(name.slice(1), value as GuessableDataTypes);
    else if (value instanceof Link) group.create_soft_link(value.target, name);
    else if (value instanceof References) references.push([group, name, value]);
    else if (isDataset(value)) {
      const {attributes = {}, chunks, ...rest} = isDescribed(value) ? value : {data: value as GuessableDataTypes};
      const dataset = group.create_dataset({name, ...rest, ...(chunks && {chunks, compression: 9})} as never);
      for (const [key, data] of Object.entries(attributes as Attributes)) dataset.create_attribute(key, data);
    } else writeGroup(group.create_group(name), value as GroupDescription, references);
  }
}

type Value = GroupDescription[string];

/** Whether this describes a dataset: a group may have one that is called "data", and is then given as a description itself. */
export const isDescribed = (value: Value): value is DatasetDescription =>
  isPlainObject(value) && "data" in value && !isPlainObject(value.data as Value);

const isPlainObject = (value: Value): value is DatasetDescription | GroupDescription =>
  typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype;

const isDataset = (value: Value): boolean =>
  typeof value !== "object" ||
  Array.isArray(value) ||
  ArrayBuffer.isView(value) ||
  value instanceof Map ||
  isDescribed(value);
