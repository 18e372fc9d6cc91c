import type {NwbWriter} from "./nwb-writer.js";

const NAMESPACE_NAME = "ndx-aibs-ecephys";
const VERSION = "0.2.0";
const SOURCE = "ndx-aibs-ecephys.extension";

/**
 * Embeds the schema of the Allen Institute's extension, so that software without it can still build its types. The core
 * schema is not embedded: every NWB reader has one. (pynwb's validator looks for it in the file all the same, unless it is
 * called with `--no-cached-namespace`.)
 */
export function writeSpecifications(nwb: NwbWriter): void {
  const path = `/specifications/${NAMESPACE_NAME}/${VERSION}`;
  nwb.group(path);
  nwb.dataset(`${path}/namespace`, JSON.stringify(NAMESPACE));
  nwb.dataset(`${path}/${SOURCE}`, JSON.stringify(EXTENSION));
  nwb.attributes("/", {".specloc": nwb.reference("/specifications")});
}

const NAMESPACE = {
  namespaces: [
    {
      doc: "Types of the Allen Institute's extracellular electrophysiology files",
      schema: [{namespace: "core"}, {source: SOURCE}],
      name: NAMESPACE_NAME,
      version: VERSION,
      author: "Allen Institute for Brain Science",
      contact: "https://alleninstitute.org"
    }
  ]
};

const attribute = (name: string, dtype: string, doc: string, required = true) => ({
  name,
  dtype,
  doc,
  ...(required ? {} : {required})
});

const vector = (name: string, doc: string) => ({
  name,
  dtype: "float32",
  shape: [null],
  doc,
  attributes: [attribute("unit", "text", "unit of the values")]
});

const EXTENSION = {
  groups: [
    {
      neurodata_type_def: "EcephysProbe",
      neurodata_type_inc: "Device",
      doc: "a Neuropixels probe",
      attributes: [
        attribute("sampling_rate", "float64", "samples per second of the spike band"),
        attribute("probe_id", "int", "id of the probe"),
        attribute("description", "text", "what the probe is", false),
        attribute("manufacturer", "text", "who makes it", false)
      ]
    },
    {
      neurodata_type_def: "EcephysElectrodeGroup",
      neurodata_type_inc: "ElectrodeGroup",
      doc: "the channels of one probe",
      attributes: [
        attribute("has_lfp_data", "bool", "whether there are LFP data"),
        attribute("probe_id", "int", "id of the probe"),
        attribute("lfp_sampling_rate", "float64", "samples per second of the LFP"),
        attribute("description", "text", "what the group is"),
        attribute("location", "text", "where it is")
      ]
    },
    {
      neurodata_type_def: "EcephysSpecimen",
      neurodata_type_inc: "Subject",
      doc: "the animal",
      attributes: [
        attribute("specimen_name", "text", "name of the specimen"),
        attribute("age_in_days", "float", "age in days"),
        attribute("strain", "text", "strain")
      ]
    },
    {
      neurodata_type_def: "EcephysEyeTrackingRigMetadata",
      neurodata_type_inc: "NWBDataInterface",
      doc: "where the parts of the eye tracking rig are",
      attributes: [attribute("equipment", "text", "name of the rig")],
      datasets: [
        vector("monitor_position", "position of the monitor (x, y, z)"),
        vector("camera_position", "position of the camera (x, y, z)"),
        vector("led_position", "position of the light (x, y, z)"),
        vector("monitor_rotation", "rotation of the monitor (x, y, z)"),
        vector("camera_rotation", "rotation of the camera (x, y, z)")
      ]
    },
    {
      neurodata_type_def: "EcephysCSD",
      neurodata_type_inc: "NWBDataInterface",
      doc: "current source density and where it was computed",
      groups: [{neurodata_type_inc: "TimeSeries", doc: "current source density"}],
      datasets: [
        vector("virtual_electrode_x_positions", "horizontal positions"),
        vector("virtual_electrode_y_positions", "vertical positions")
      ]
    }
  ]
};
