import type {Ellipses} from "../ellipses.js";
import type {EyeTracking} from "../eye-tracking.js";
import type {GazeMapping} from "../gaze-mapping.js";
import {IDENTITY} from "../identity.js";
import {writeDynamicTable} from "./dynamic-table.js";
import type {NwbWriter, Values} from "./nwb-writer.js";
import {writeTimeSeries} from "./time-series.js";

/** Writes the ellipse fits, the raw and the filtered gaze, and where the parts of the rig are. */
export function writeEyeTracking(nwb: NwbWriter, tracking: EyeTracking): void {
  const fits = "/processing/eye_tracking";
  nwb.group(fits, ["core", "ProcessingModule"], {description: "Eye tracking processing module"});
  writeEllipses(nwb, `${fits}/cr_ellipse_fits`, tracking.cornealReflection, tracking.timestamps);
  writeEllipses(nwb, `${fits}/eye_ellipse_fits`, tracking.eye, tracking.timestamps);
  writeEllipses(nwb, `${fits}/pupil_ellipse_fits`, tracking.pupil, tracking.timestamps);
  for (const kind of ["raw", "filtered"] as const) {
    const description = `Gaze mapping processing module ${kind} outputs`;
    nwb.group(`/processing/${kind}_gaze_mapping`, ["core", "ProcessingModule"], {description});
    writeGazeMapping(nwb, kind, tracking[kind], tracking.timestamps);
  }
  writeRig(nwb);
}

function writeEllipses(nwb: NwbWriter, path: string, ellipses: Ellipses, timestamps: Float64Array): void {
  const column = (description: string, data: Float64Array) => ({description, data});
  writeDynamicTable(nwb, path, {
    type: ["hdmf-common", "DynamicTable"],
    description: "ellipses fitted to the frames of the eye camera",
    ids: Int32Array.from(timestamps, (_, i) => i),
    columns: {
      center_x: column("centre, pixels", ellipses.centerX),
      center_y: column("centre, pixels", ellipses.centerY),
      height: column("half-axis, pixels", ellipses.height),
      phi: column("angle, radians", ellipses.phi),
      width: column("half-axis, pixels", ellipses.width),
      timestamps: column("time of the frame, seconds", timestamps)
    }
  });
}

/** Areas are cm², but the published files call them pixels. */
function writeGazeMapping(nwb: NwbWriter, kind: "raw" | "filtered", gaze: GazeMapping, timestamps: Float64Array): void {
  const write = (name: string, what: string, unit: string, data: Values) => {
    const description = `${what}, ${kind === "raw" ? "of every frame" : "without blinks"}`;
    writeTimeSeries(nwb, `/processing/${kind}_gaze_mapping/${name}`, {data, timestamps, unit, description});
  };
  const pairs = (values: Float64Array) => ({values, shape: [timestamps.length, 2] as [number, number]});
  write("eye_area", "area of the eye", "Pixels ^ 2", gaze.eyeArea);
  write("pupil_area", "area of the pupil", "Pixels ^ 2", gaze.pupilArea);
  write("screen_coordinates", "where on the screen the eye looks (y, x)", "Centimeters", pairs(gaze.screen));
  write("screen_coordinates_spherical", "where the eye looks (y, x)", "Degrees", pairs(gaze.spherical));
}

/** Positions (x, y, z) in mm, rotations in degrees; typical of the published rigs. */
const RIG = {
  camera_position: {values: [102.8, 74.7, 31.6], unit: "mm"},
  camera_rotation: {values: [0, 0, 2.8], unit: "deg"},
  led_position: {values: [246, 92.3, 52.6], unit: "mm"},
  monitor_position: {values: [118.6, 86.2, 31.6], unit: "mm"},
  monitor_rotation: {values: [0, 0, 0], unit: "deg"}
};

function writeRig(nwb: NwbWriter): void {
  const module = "/processing/eye_tracking_rig_metadata";
  nwb.group(module, ["core", "ProcessingModule"], {description: "Eye tracking rig metadata module"});
  const path = `${module}/eye_tracking_rig_metadata`;
  nwb.group(path, ["ndx-aibs-ecephys", "EcephysEyeTrackingRigMetadata"], {equipment: IDENTITY.rig});
  for (const [name, {values, unit}] of Object.entries(RIG)) {
    nwb.dataset(`${path}/${name}`, Float64Array.from(values), undefined, {unit});
  }
}
