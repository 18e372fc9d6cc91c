import type {InvalidInterval} from "../invalid-times.js";
import type {Presentation, StimulusName} from "../presentation.js";
import {type Column, raggedIndex, writeDynamicTable} from "./dynamic-table.js";
import type {NwbWriter} from "./nwb-writer.js";
import {stimulusColumns} from "./stimulus-columns.js";
import {writeTimeSeries} from "./time-series.js";

const SERIES_PATH = "/processing/stimulus/timestamps";

/** Writes the start of every presentation as a TimeSeries, to whose entries the intervals tables point. */
export function writeStimulusTimes(nwb: NwbWriter, presentations: readonly Presentation[]): void {
  nwb.group("/processing/stimulus", ["core", "ProcessingModule"], {description: "Stimulus Times processing"});
  const starts = Float64Array.from(presentations, ({start}) => start);
  const description = "when each presentation begins";
  writeTimeSeries(nwb, SERIES_PATH, {data: starts, timestamps: starts, unit: "s", description});
}

/** Writes one `<stimulus_name>_presentations` table per stimulus class, after `writeStimulusTimes`. */
export function writePresentations(nwb: NwbWriter, presentations: readonly Presentation[]): void {
  const series = nwb.reference(SERIES_PATH);
  for (const name of new Set(presentations.map(({stimulusName}) => stimulusName))) {
    const rows = presentations.filter(({stimulusName}) => stimulusName === name);
    const oneEach = raggedIndex(rows.map(() => 1));
    writeDynamicTable(nwb, `/intervals/${name}_presentations`, {
      type: ["core", "TimeIntervals"],
      description: `Presentation times and stimuli details for '${name}' stimuli`,
      ids: rows.map((_, i) => i),
      columns: {
        ...timeColumns(rows),
        ...namedColumns(name, rows),
        tags: {description: "user-defined tags", data: rows.map(() => "stimulus_time_interval"), index: oneEach},
        timeseries: {
          description: "index into a TimeSeries object",
          data: {series, entries: Int32Array.from(rows, ({id}) => id)},
          index: oneEach
        }
      }
    });
  }
}

/** Writes the table of invalid times, in their order: three tags per row. */
export function writeInvalidTimes(nwb: NwbWriter, invalidTimes: readonly InvalidInterval[]): void {
  const intervals = [...invalidTimes].sort((a, b) => a.start - b.start);
  writeDynamicTable(nwb, "/intervals/invalid_times", {
    type: ["core", "TimeIntervals"],
    description: "stretches of the session that should not be used",
    ids: intervals.map((_, i) => i),
    columns: {
      ...timeColumns(intervals),
      tags: {
        description: "user-defined tags",
        data: intervals.flatMap(({tags}) => tags),
        index: raggedIndex(intervals.map(({tags}) => tags.length))
      }
    }
  });
}

function timeColumns(rows: readonly {start: number; stop: number}[]): Record<string, Column> {
  return {
    start_time: {description: "Start time of epoch, in seconds", data: Float64Array.from(rows, ({start}) => start)},
    stop_time: {description: "Stop time of epoch, in seconds", data: Float64Array.from(rows, ({stop}) => stop)}
  };
}

/** Spontaneous activity has neither block nor index, as in the published files. */
function namedColumns(name: StimulusName, rows: readonly Presentation[]): Record<string, Column> {
  const stimulusName = {description: "name of the stimulus", data: rows.map(() => name)};
  if (name === "spontaneous") return {stimulus_name: stimulusName};
  return {
    stimulus_name: stimulusName,
    stimulus_block: {
      description: "number of the contiguous block of one stimulus",
      data: Float64Array.from(rows, ({block}) => block)
    },
    ...stimulusColumns(name, rows),
    stimulus_index: {description: "number of the stimulus", data: Float64Array.from(rows, ({index}) => index)}
  };
}
