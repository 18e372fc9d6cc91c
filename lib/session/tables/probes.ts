import type {ColumnTable} from "arquero";
import type {Columns} from "../../array/index.js";
import type {AttributeValue, NwbFile} from "../../nwb/index.js";
import {toColumns, toTable} from "../columns.js";
import {idColumn} from "../id-column.js";

const GROUPS = "/general/extracellular_ephys";
const ELECTRODES = "electrodes";

/**
 * The probes of a session, in alphabetical order of their names: id, description (the name, e.g. probeA), location,
 * sampling_rate and lfp_sampling_rate (Hz), has_lfp_data. Of what the file does not say, a text is null and a rate NaN.
 */
export function readProbes(file: NwbFile): ColumnTable {
  const names = file.keys(GROUPS).filter((name) => name !== ELECTRODES && file.hasGroup(`${GROUPS}/${name}`));
  const paths = names.map((name) => `${GROUPS}/${name}`);
  const columns: Columns = {
    id: idColumn(paths.map((path) => file.requiredNumber(path, "probe_id"))),
    description: names,
    location: paths.map((path) => optionalText(file.attribute(path, "location"))),
    sampling_rate: Float64Array.from(paths, (path) =>
      optionalNumber(file.attribute(`${path}/device`, "sampling_rate"))
    ),
    lfp_sampling_rate: Float64Array.from(paths, (path) => optionalNumber(file.attribute(path, "lfp_sampling_rate"))),
    has_lfp_data: paths.map((path) => Boolean(file.attribute(path, "has_lfp_data")))
  };
  return toTable(columns);
}

const optionalText = (value: AttributeValue | undefined) => (typeof value === "string" ? value : null);
const optionalNumber = (value: AttributeValue | undefined) => (typeof value === "number" ? value : Number.NaN);

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
