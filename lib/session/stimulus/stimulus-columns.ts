import type {RawPresentations, RawValue} from "./raw-presentations.js";
import {standardStimulusNames} from "./stimulus-names.js";

/** Column names that the files may use, and what AllenSDK calls them. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ["Contrast", "contrast"],
  ["Ori", "orientation"],
  ["SF", "spatial_frequency"],
  ["TF", "temporal_frequency"],
  ["Phase", "phase"],
  ["Color", "color"],
  ["Image", "frame"],
  ["Pos_x", "x_position"],
  ["Pos_y", "y_position"]
]);

/**
 * The columns of the presentations under AllenSDK's names and with its values, in which an inapplicable parameter is
 * the text "null": columns that differ only by case are merged, stimuli and columns are renamed, stimulus_index goes.
 */
export function standardColumns({columns: raw}: RawPresentations): Map<string, RawValue[]> {
  const merged = mergeByCase(new Map([...raw].filter(([name]) => name !== "stimulus_index")));
  const columns = new Map<string, RawValue[]>();
  for (const [name, values] of merged) {
    const standard =
      name === "stimulus_name" ? standardStimulusNames(values.map((v) => (isMissing(v) ? "" : String(v)))) : values;
    columns.set(
      RENAMED.get(name) ?? name,
      standard.map((value) => (value === "" || isMissing(value) ? "null" : value))
    );
  }
  return columns;
}

const isMissing = (value: RawValue) => typeof value === "number" && Number.isNaN(value);

/** Fills a column from its upper-case and capitalised twins, which then go, unless both have a value in some row. */
function mergeByCase(columns: Map<string, RawValue[]>): Map<string, RawValue[]> {
  const merged = new Map(columns);
  for (const name of columns.keys()) {
    const capitalised = name[0].toUpperCase() + name.slice(1).toLowerCase();
    for (const twin of [name.toUpperCase(), capitalised]) {
      const own = merged.get(name);
      const other = merged.get(twin);
      if (twin === name || !own || !other) continue;
      if (own.some((value, row) => !isMissing(value) && !isMissing(other[row]))) continue;
      merged.set(
        name,
        own.map((value, row) => (isMissing(value) ? other[row] : value))
      );
      merged.delete(twin);
    }
  }
  return merged;
}
