import type {ColumnTable} from "arquero";
import {DataArray} from "../../array/index.js";
import {columnValues} from "../../snapshot/index.js";
import {indicesOf} from "../id-list.js";

/** The mean waveforms (µV) of some units in a snapshot of them, each channel_id × time (s), on the channels that were kept. */
export function takeMeanWaveforms(table: ColumnTable, unitIds: readonly number[]): DataArray[] {
  const [channels, values] = ["channel_id", "mean_waveform"].map((name) => columnValues<Float32Array>(table, name));
  const rates = columnValues<number>(table, "sampling_rate");
  return indicesOf(unitIds, columnValues<number>(table, "unit_id"), "unit").map((row) => {
    const samples = channels[row].length > 0 ? values[row].length / channels[row].length : 0;
    const time = Float64Array.from({length: samples}, (_, i) => i / rates[row]);
    const coords = {channel_id: channels[row], time};
    return new DataArray({name: "mean_waveform", dims: ["channel_id", "time"], coords, values: values[row]});
  });
}
