import type {ColumnTable} from "arquero";
import {DataArray} from "../../array/index.js";
import {columnValues} from "../../snapshot/index.js";
import type {CsdSnapshotDetails} from "./snapshot-details.js";

/** The current source density of a snapshot: virtual_channel_index × time (s from the flash), with positions in µm. */
export function takeCurrentSourceDensity(table: ColumnTable, details: CsdSnapshotDetails): DataArray {
  const [vertical_position, horizontal_position] = ["vertical_position", "horizontal_position"].map((name) =>
    Float64Array.from(columnValues<number>(table, name))
  );
  const rows = columnValues<Float32Array>(table, "current_source_density");
  const values = new Float32Array(rows.length * details.time.length);
  for (let row = 0; row < rows.length; ++row) values.set(rows[row], row * details.time.length);
  return new DataArray({
    name: "CSD",
    dims: ["virtual_channel_index", "time"],
    coords: {
      virtual_channel_index: Int32Array.from(vertical_position, (_, i) => i),
      time: Float64Array.from(details.time),
      vertical_position,
      horizontal_position
    },
    values
  });
}
