import type {Channel} from "../channels.js";
import {integers, writeDynamicTable} from "./dynamic-table.js";
import type {NwbWriter} from "./nwb-writer.js";

/** Writes the electrodes table: one row per channel. Out of the brain the location is empty. */
export function writeElectrodes(nwb: NwbWriter, channels: readonly Channel[]): void {
  const groups = new Map(
    channels.map(({probe}) => [probe, nwb.reference(`/general/extracellular_ephys/${probe.name}`)])
  );
  const coordinate = (axis: number) => Float64Array.from(channels, ({ccf}) => ccf[axis]);
  writeDynamicTable(nwb, "/general/extracellular_ephys/electrodes", {
    type: ["hdmf-common", "DynamicTable"],
    description: "metadata about extracellular electrodes",
    ids: channels.map(({id}) => id),
    columns: {
      x: {description: "CCF anterior-posterior coordinate, microns", data: coordinate(0)},
      y: {description: "CCF dorsal-ventral coordinate, microns", data: coordinate(1)},
      z: {description: "CCF left-right coordinate, microns", data: coordinate(2)},
      imp: {description: "impedance, not measured", data: new Float64Array(channels.length).fill(Number.NaN)},
      location: {description: "brain structure; empty: out of the brain", data: channels.map((c) => c.structure ?? "")},
      filtering: {description: "filters of the two bands", data: channels.map(() => FILTERING)},
      group: {description: "the electrode group of the probe", data: channels.map((c) => groups.get(c.probe)!)},
      group_name: {description: "name of the electrode group", data: channels.map((c) => c.probe.name)},
      probe_vertical_position: {
        description: "position along the probe, microns from the tip",
        data: integers(channels.map((c) => c.verticalPosition))
      },
      probe_horizontal_position: {
        description: "position across the probe, microns",
        data: integers(channels.map((c) => c.horizontalPosition))
      },
      probe_id: {description: "id of the probe", data: integers(channels.map((c) => c.probe.id))},
      local_index: {description: "channel number on the probe", data: integers(channels.map((c) => c.number))},
      valid_data: {description: "whether the channel's data can be used", data: channels.map((c) => c.valid)}
    }
  });
}

/** The constant that the published files hold. */
const FILTERING = "AP band: 500 Hz high-pass; LFP band: 1000 Hz low-pass";
