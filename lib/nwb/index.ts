/** Reading NWB 2 files: HDF5 by h5wasm, typed and checked, and NWB's own words (tables, ragged columns, references). */
export type {AttributeValue} from "./attribute-value.js";
export type {ByteSource, ClosedByteSource, Extent} from "./byte-source.js";
export type {ElementKind} from "./describe-dataset.js";
export {type ColumnValues, DynamicTable} from "./dynamic-table.js";
export {Hdf5File} from "./hdf5-file.js";
export {type Hdf5Library, type Hdf5Loader, provideHdf5} from "./hdf5-module.js";
export type {NumberArray} from "./number-array.js";
export {FETCH_AGAIN, NwbError, type NwbErrorTag, WRITE_OTHERWISE} from "./nwb-error.js";
export {NwbFile} from "./nwb-file.js";
export {RaggedColumn, type RaggedColumnPlace} from "./ragged-column.js";
export {type AddressReader, provideAddressReader} from "./remote-platform.js";
export {addressOf, type NwbSource, sourceName} from "./source.js";
export {TimeSeries} from "./time-series.js";
