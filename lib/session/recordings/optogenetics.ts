import type {ColumnTable} from "arquero";
import type {Column, Columns} from "../../array/index.js";
import {DynamicTable, type NwbFile} from "../../nwb/index.js";
import {toTable} from "../columns.js";
import {requireIntervals} from "../tables/require-intervals.js";

const OPTOTAGGING = "/processing/optotagging/optogenetic_stimulation";
const BOOKKEEPING = new Set(["tags", "timeseries"]);

/**
 * The pulses of light: id, start_time, condition, level, stop_time, stimulus_name, duration (s). A session without any has
 * no rows.
 */
export function readOptogeneticStimulation(file: NwbFile): ColumnTable {
  const columns: Columns = {id: []};
  if (file.hasOptional(OPTOTAGGING)) {
    const pulses = new DynamicTable(file, OPTOTAGGING);
    columns.id = pulses.ids;
    requireIntervals(file, OPTOTAGGING, pulses.numbers("start_time"), pulses.numbers("stop_time"));
    for (const name of pulses.columnNames) {
      // Files of the first release call the stimulus's name only "name".
      if (!BOOKKEEPING.has(name)) columns[name === "name" ? "stimulus_name" : name] = pulses.column(name) as Column;
    }
  } else {
    for (const name of ["start_time", "condition", "level", "stop_time", "stimulus_name", "duration"])
      columns[name] = [];
  }
  return toTable(columns);
}
