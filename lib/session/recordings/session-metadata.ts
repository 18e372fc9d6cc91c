import type {ColumnTable} from "arquero";
import type {AttributeValue, NwbFile} from "../../nwb/index.js";
import {toTable} from "../columns.js";
import {requireRows} from "./require-rows.js";

/** What the file says of the animal and the experiment, under AllenSDK's names. */
export interface SubjectMetadata {
  specimen_name: string | null;
  /** brain_observatory_1.1 or functional_connectivity */
  session_type: string | null;
  full_genotype: string | null;
  sex: string | null;
  age_in_days: number;
}

/** Where the parts of the rig stood: its name, and a table with the rows x, y, z (first column axis). */
export interface RigMetadata {
  equipment: string;
  /** axis, monitor_position_mm, camera_position_mm, led_position_mm, monitor_rotation_deg, camera_rotation_deg */
  geometry: ColumnTable;
}

const SUBJECT = "/general/subject";
const RIG = "/processing/eye_tracking_rig_metadata/eye_tracking_rig_metadata";
const PARTS = ["monitor_position", "camera_position", "led_position", "monitor_rotation", "camera_rotation"];

/** What the file says of the animal and the experiment; null, or NaN for the age, for what it does not say. */
export function readSubjectMetadata(file: NwbFile): SubjectMetadata {
  const text = (path: string) => (file.hasOptional(path) ? file.text(path) : null);
  const attribute = (name: string): AttributeValue | undefined => file.attribute(SUBJECT, name);
  const age = attribute("age_in_days");
  const specimen = attribute("specimen_name");
  return {
    specimen_name: typeof specimen === "string" ? specimen : null,
    session_type: text("/general/stimulus"),
    full_genotype: text(`${SUBJECT}/genotype`),
    sex: text(`${SUBJECT}/sex`),
    age_in_days: typeof age === "number" ? age : Number.NaN
  };
}

/** The rig's geometry; null for a session without it. Each column's name ends in the unit that the file states. */
export function readRigMetadata(file: NwbFile): RigMetadata | null {
  if (!file.hasOptional(RIG)) return null;
  const columns = PARTS.map((part) => {
    const path = `${RIG}/${part}`;
    requireRows(file, path, file.shape(path)[0], {rows: 3, of: "a point in space"});
    return [`${part}_${file.requiredText(path, "unit")}`, file.numbers(path)];
  });
  return {
    equipment: file.requiredText(RIG, "equipment"),
    geometry: toTable({axis: ["x", "y", "z"], ...Object.fromEntries(columns)})
  };
}
