/** Reading NWB 2 files: HDF5 by h5wasm, typed and checked, and NWB's own words (tables, ragged columns, references). */
export type {ByteSource, ClosedByteSource, Extent} from "./byte-source.js";
export {type ColumnValues, DynamicTable} from "./dynamic-table.js";
export {type AttributeValue, type ElementKind, Hdf5File} from "./hdf5-file.js";
export {type Hdf5Library, type Hdf5Platform, provideHdf5} from "./hdf5-module.js";
export type {NumberArray} from "./number-array.js";
export {FETCH_AGAIN, NwbError, type NwbErrorTag} from "./nwb-error.js";
export {NwbFile} from "./nwb-file.js";
export {RaggedColumn} from "./ragged-column.js";
export {type AddressReader, provideAddressReader} from "./remote-platform.js";
export {addressOf, type NwbSource, sourceName} from "./source.js";
