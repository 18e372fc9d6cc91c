import {IDENTITY} from "../identity.js";
import {currentSourceDensity} from "../lfp/current-source-density.js";
import {LFP_MODEL} from "../lfp/lfp.js";
import type {Lfp} from "../lfp/lfp-of-probe.js";
import type {SessionOutline} from "../session-outline.js";
import {integers} from "./dynamic-table.js";
import {NwbWriter} from "./nwb-writer.js";
import {writeTimeSeries} from "./time-series.js";
import {writeElectrodes} from "./write-electrodes.js";
import {writeMetadata} from "./write-metadata.js";
import {writeSpecifications} from "./write-specifications.js";

/** Writes a probe's LFP and current source density as an NWB file of its own, in the layout of the published ones. */
export async function writeLfpFile(path: string, model: SessionOutline, lfp: Lfp): Promise<void> {
  const {probe} = lfp;
  const nwb = await NwbWriter.create(path, model.seed, `probe_${probe.id}_lfp`);
  writeMetadata(nwb, {
    identifier: probe.id,
    description: `LFP data and associated channel info for a single probe. ${IDENTITY.description}`,
    probes: [probe],
    // the published LFP files halve the rate once more than is true
    lfpSamplingRate: ({samplingRate}) => samplingRate / LFP_MODEL.subsampling / 2
  });
  writeElectrodes(nwb, lfp.channels);
  writeLfp(nwb, lfp);
  writeDensity(nwb, model, lfp);
  writeSpecifications(nwb);
  nwb.close();
}

/** One channel per chunk and 47,000 samples, so that a window of one channel is one read. */
function writeLfp(nwb: NwbWriter, {probe, channels, timestamps, data}: Lfp): void {
  const container = `/acquisition/probe_${probe.id}_lfp`;
  const series = `${container}/probe_${probe.id}_lfp_data`;
  const [samples, count] = [timestamps.length, channels.length];
  nwb.group(container, ["core", "LFP"]);
  nwb.group(series, ["core", "ElectricalSeries"], {
    comments: "no comments",
    description: `local field potential of ${probe.name}`
  });
  nwb.dataset(
    `${series}/data`,
    {shape: [samples, count], chunk: [Math.min(samples, 47000), 1], axis: 1, parts: data},
    undefined,
    {conversion: 1, resolution: -1, unit: "volts"}
  );
  nwb.dataset(
    `${series}/timestamps`,
    {shape: [samples], chunk: [Math.min(samples, 11750)], axis: 0, parts: [timestamps]},
    undefined,
    {interval: 1n, unit: "seconds"}
  );
  nwb.dataset(`${series}/electrodes`, integers(channels.map((_, i) => i)), ["hdmf-common", "DynamicTableRegion"], {
    description: `lfp channels on probe ${probe.id}`,
    table: nwb.reference("/general/extracellular_ephys/electrodes")
  });
  nwb.softLink(`/acquisition/probe_${probe.id}_lfp_data`, series);
}

function writeDensity(nwb: NwbWriter, {presentations, invalidTimes}: SessionOutline, lfp: Lfp): void {
  const density = currentSourceDensity(lfp, presentations, invalidTimes);
  const module = "/processing/current_source_density";
  const path = `${module}/ecephys_csd`;
  const description = "Precalculated current source density from interpolated channel locations.";
  nwb.group(module, ["core", "ProcessingModule"], {description});
  nwb.group(path, ["ndx-aibs-ecephys", "EcephysCSD"]);
  const shape: [number, number] = [density.timestamps.length, density.verticalPositions.length];
  writeTimeSeries(nwb, `${path}/current_source_density`, {
    data: {values: density.data, shape},
    timestamps: density.timestamps, // from the flash, so the first ones are negative, as in the published files
    unit: "V/cm^2", // so the published files call it
    description: "current source density around the onset of flashes, which is time 0"
  });
  nwb.dataset(`${path}/virtual_electrode_x_positions`, density.horizontalPositions, undefined, {unit: "um"});
  nwb.dataset(`${path}/virtual_electrode_y_positions`, density.verticalPositions, undefined, {unit: "um"});
}
