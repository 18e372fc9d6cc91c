import type {ColumnTable} from "arquero";

/** A table to be kept as a snapshot, with what its kind needs to say. */
export interface Content<Details = undefined> {
  table: ColumnTable;
  details: Details;
}
