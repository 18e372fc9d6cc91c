import {NwbError, type NwbFile, WRITE_OTHERWISE} from "../../nwb/index.js";

/**
 * Makes sure that every interval of a table begins, and ends no earlier.
 * @throws {NwbError} `wrong-value` that names the row
 */
export function requireIntervals(
  file: NwbFile,
  path: string,
  starts: ArrayLike<unknown>,
  stops: ArrayLike<unknown>
): void {
  for (let row = 0; row < starts.length; ++row) {
    const [start, stop] = [starts[row], stops[row]];
    if (Number.isFinite(start) && Number.isFinite(stop) && (stop as number) >= (start as number)) continue;
    const [expected, found] = ["a start and a later stop", `${start} and ${stop} in row ${row}`];
    throw new NwbError("wrong-value", {file: file.name, path, expected, found, remedy: WRITE_OTHERWISE});
  }
}
