import {expect, it} from "vitest";
import * as library from "../lib/index.js";

it("the library exports what pages, loaders and scripts may use, and nothing by accident", () => {
  expect(Object.keys(library).sort()).toEqual([
    "ArrayError",
    "DataArray",
    "DynamicTable",
    "EcephysSession",
    "FETCH_AGAIN",
    "Hdf5File",
    "NwbError",
    "NwbFile",
    "RaggedColumn",
    "SCHEMA_VERSION",
    "SessionError",
    "SnapshotError",
    "TaggedError",
    "activitySnapshot",
    "arange",
    "columnValues",
    "countSpikes",
    "currentSourceDensitySnapshot",
    "decodeTable",
    "encodeTable",
    "lfpSnapshot",
    "linspace",
    "lowerBound",
    "lowerBoundFrom",
    "meanOverRows",
    "meanWaveformsSnapshot",
    "metadataSnapshot",
    "minMaxPerBin",
    "overviewSnapshot",
    "presentationsSnapshot",
    "provideHdf5",
    "sourceName",
    "spikeCountsSnapshot",
    "spikesSnapshot",
    "timeSeriesSnapshot",
    "upperBound",
    "upperBoundFrom"
  ]);
});
