/** Labelled arrays. */

export {arange} from "./arange.js";
export {ArrayError} from "./array-error.js";
export {type Column, type Columns, takeAllRows, takeRows} from "./columns.js";
export {type ArrayValues, type Coordinate, DataArray, type DataArrayParts} from "./data-array.js";
export {linspace} from "./linspace.js";
