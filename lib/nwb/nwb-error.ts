import {TaggedError} from "../tagged-error.js";

/**
 * What can be wrong with a file:
 * - `not-found`: there is nothing at the path, or it is a directory
 * - `not-hdf5`: the bytes are not those of an HDF5 file
 * - `damaged`: it is an HDF5 file that is cut short or has been altered
 * - `not-nwb`: it is an HDF5 file without the marks of NWB 2
 * - `unsupported-version`: it is an NWB file of another generation
 * - `missing`: an object or attribute that must be there is not
 * - `wrong-type`: an object holds another kind of value than it should
 * - `wrong-shape`: a dataset has other dimensions than it should
 * - `wrong-length`: the lengths of things that belong together differ
 * - `wrong-value`: a value is not one that can stand there: a time that is no number, a fraction as an index
 * - `duplicate-id`: an id stands twice in its table
 * - `index-out-of-range`: an index points past the data it indexes
 * - `unsupported-storage`: values are packed with a filter that is not at hand, or lie in another file
 * - `closed`: the file has been closed
 * - `unsupported-source`: the thing that was handed over cannot be opened here
 */
export type NwbErrorTag =
  | "not-found"
  | "not-hdf5"
  | "damaged"
  | "not-nwb"
  | "unsupported-version"
  | "missing"
  | "wrong-type"
  | "wrong-shape"
  | "wrong-length"
  | "wrong-value"
  | "duplicate-id"
  | "unsupported-storage"
  | "index-out-of-range"
  | "closed"
  | "unsupported-source";

/** A file that cannot be read as NWB 2, or that contradicts itself. */
export class NwbError extends TaggedError<NwbErrorTag> {}

/** The advice for a file that has been altered or cut short. */
export const FETCH_AGAIN = "Compare the file with its source (size, checksum) and fetch it again.";

/** The advice for a file that can be read, but is not as it should be: most are written so. */
export const WRITE_OTHERWISE =
  "If another program wrote the file, have it written in the form expected; if not, compare it with its source (size, checksum).";
