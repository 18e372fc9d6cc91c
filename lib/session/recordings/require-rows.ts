import {type Hdf5File, NwbError, WRITE_OTHERWISE} from "../../nwb/index.js";

/**
 * Makes sure that what stands in one table has as many rows as the rest of it.
 * @param of the path of what it belongs to
 * @throws {NwbError} `wrong-length` that names both numbers
 */
export function requireRows(
  file: Hdf5File,
  path: string,
  found: number | undefined,
  {rows, of}: {rows: number; of: string}
): void {
  if (found === rows) return;
  const details = {expected: `${rows} rows, as ${of} has`, found: `${found}`, remedy: WRITE_OTHERWISE};
  throw new NwbError("wrong-length", {file: file.name, path, ...details});
}
