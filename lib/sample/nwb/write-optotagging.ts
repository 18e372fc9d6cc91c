import type {LightStimulus} from "../light-stimuli.js";
import {raggedIndex, writeDynamicTable} from "./dynamic-table.js";
import type {NwbWriter} from "./nwb-writer.js";
import {writeTimeSeries} from "./time-series.js";

/** Writes the light stimuli of optotagging: a TimeSeries of their durations, and the table that points to it. */
export function writeOptotagging(nwb: NwbWriter, stimuli: readonly LightStimulus[]): void {
  const path = "/processing/optotagging";
  // the published files misspell it, and are recognized by it
  nwb.group(path, ["core", "ProcessingModule"], {description: "optogenetic stimulution data"});
  const starts = Float64Array.from(stimuli, ({start}) => start);
  const durations = Float64Array.from(stimuli, ({duration}) => duration);
  const description = "durations of the light stimuli";
  writeTimeSeries(nwb, `${path}/optotagging`, {data: durations, timestamps: starts, unit: "seconds", description});
  const oneEach = raggedIndex(stimuli.map(() => 1));
  writeDynamicTable(nwb, `${path}/optogenetic_stimulation`, {
    type: ["core", "TimeIntervals"],
    description: "light stimuli",
    ids: stimuli.map((_, i) => i),
    columns: {
      start_time: {description: "Start time of epoch, in seconds", data: starts},
      condition: {description: "what the light does", data: stimuli.map(({condition}) => condition)},
      level: {description: "level of the light", data: Float64Array.from(stimuli, ({level}) => level)},
      stop_time: {
        description: "Stop time of epoch, in seconds",
        data: Float64Array.from(stimuli, ({stop}) => stop)
      },
      stimulus_name: {description: "name of the light stimulus", data: stimuli.map((row) => row.stimulusName)},
      duration: {description: "duration, seconds", data: durations},
      tags: {description: "user-defined tags", data: stimuli.map(() => "optical_stimulation"), index: oneEach},
      timeseries: {
        description: "index into a TimeSeries object",
        data: {series: nwb.reference(`${path}/optotagging`), entries: Int32Array.from(stimuli, (_, i) => i)},
        index: oneEach
      }
    }
  });
}
