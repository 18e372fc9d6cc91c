import type {Filter, Metadata} from "h5wasm";
import {NwbError} from "./nwb-error.js";

/** The filters that are part of the HDF5 library: deflate (gzip), shuffle, fletcher32, szip, nbit, scale-offset. */
const BUILT_IN = new Set([1, 2, 3, 4, 5, 6]);

/**
 * Makes sure that the values of a dataset are in this file and can be unpacked. HDF5 gives zeros for what a virtual dataset
 * takes from a file that is not there, so values from other files are not read at all.
 * @throws {NwbError} `unsupported-storage`
 */
export function requireReadable(
  dataset: {file: string; path: string},
  {virtual_sources}: Metadata,
  filters: readonly Filter[]
): void {
  if (virtual_sources) {
    const files = [...new Set(virtual_sources.map(({file_name}) => file_name))].join(", ");
    throw new NwbError("unsupported-storage", {
      ...dataset,
      expected: "values in this file",
      found: `a virtual dataset of values in ${files || "other files"}`,
      remedy: "Write the file again with the values in it."
    });
  }
  const missing = filters.find(({id}) => !BUILT_IN.has(id));
  if (!missing) return;
  throw new NwbError("unsupported-storage", {
    ...dataset,
    expected: "values without a filter, or packed with one that HDF5 itself has (gzip, szip, shuffle, …)",
    found: `the filter ${missing.name || "without a name"} (number ${missing.id})`,
    remedy: "Write the file again with gzip, which every reader of HDF5 has."
  });
}
