import type {ColumnTable} from "arquero";
import type {Columns} from "../../array/index.js";
import {NwbError, type NwbFile, WRITE_OTHERWISE} from "../../nwb/index.js";
import {toColumns, toTable} from "../columns.js";
import {idColumn} from "../id-column.js";

const GROUPS = "/general/extracellular_ephys";
const ELECTRODES = "electrodes";

/**
 * The probes of a session, in alphabetical order of their names: id, description (the name, e.g. probeA), location,
 * sampling_rate and lfp_sampling_rate (Hz), has_lfp_data.
 */
export function readProbes(file: NwbFile): ColumnTable {
  const names = file.keys(GROUPS).filter((name) => name !== ELECTRODES && file.hasGroup(`${GROUPS}/${name}`));
  const paths = names.map((name) => `${GROUPS}/${name}`);
  const columns: Columns = {
    id: idColumn(paths.map((path) => file.requiredNumber(path, "probe_id"))),
    description: names,
    location: paths.map((path) => file.requiredText(path, "location")),
    sampling_rate: Float64Array.from(paths, (path) => file.requiredNumber(deviceOf(file, path), "sampling_rate")),
    lfp_sampling_rate: Float64Array.from(paths, (path) => file.requiredNumber(path, "lfp_sampling_rate")),
    has_lfp_data: paths.map((path) => Boolean(file.attribute(path, "has_lfp_data")))
  };
  return toTable(columns);
}

function deviceOf(file: NwbFile, path: string): string {
  const device = `${path}/device`;
  if (file.hasGroup(device)) return device;
  const [expected, found] = ["a link to the probe's device", "none"];
  throw new NwbError("missing", {file: file.name, path: device, expected, found, remedy: WRITE_OTHERWISE});
}

/** The probes' columns under the names they have in the units table. */
export function probeColumnsOfUnits(probes: ColumnTable): Columns {
  const {id, description, location, sampling_rate, lfp_sampling_rate, has_lfp_data} = toColumns(probes);
  return {
    id,
    probe_description: description,
    location,
    probe_sampling_rate: sampling_rate,
    probe_lfp_sampling_rate: lfp_sampling_rate,
    probe_has_lfp_data: has_lfp_data
  };
}
