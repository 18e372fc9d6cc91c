// One letter of a name altered: what is called so seems not to be there, and many things need not be.
import {readFileSync} from "node:fs";
import {beforeAll, describe, expect, it} from "vitest";
import {TaggedError} from "../../lib/index.js";
import {isAlteredName} from "../../lib/nwb/altered-name.js";
import {type Answers, readAll} from "../session/read-all.js";

const FOLDER = "test/fixtures/mini/ecephys-cache/session_810000000";
const LFP = `${FOLDER}/probe_810000213_lfp.nwb`;
const bytes = readFileSync(`${FOLDER}/session_810000000.nwb`);
const LARGE = /spike|Waveforms|lfp|current/;
const read = (file: Uint8Array) => readAll(file, LFP, 810000213, (question) => !LARGE.test(question));

let original: Answers;
beforeAll(async () => {
  original = await read(bytes);
});

/** Where a name stands, with a zero after it. */
function placesOf(name: string): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(`\0${name}\0`); at >= 0; at = bytes.indexOf(`\0${name}\0`, at + 1)) places.push(at + 1);
  return places;
}

it.each([
  // of groups and datasets
  ...["intervals", "invalid_times", "running", "running_speed", "running_speed_end_times", "acquisition"],
  ...["raw_running_wheel_rotation", "running_wheel_signal_voltage", "eye_tracking", "pupil_ellipse_fits", "eye_area"],
  ...["raw_gaze_mapping", "screen_coordinates", "optogenetic_stimulation", "device", "subject"],
  ...["genotype", "stimulus", "eye_tracking_rig_metadata", "processing", "general"],
  // of attributes
  ...["has_lfp_data", "lfp_sampling_rate", "sampling_rate", "location", "age_in_days", "specimen_name", "conversion"]
])("of %s is an error where it is asked for, and changes no answer", async (name) => {
  const places = placesOf(name);
  let refused = 0;
  for (const place of places.slice(0, 4)) {
    const copy = Uint8Array.from(bytes);
    copy[place + Math.floor(name.length / 2)] ^= 1;
    const answers = await read(copy);
    const isError = (question: string) => answers[question] instanceof TaggedError;
    if (Object.keys(answers).some(isError)) ++refused;
    const changed = Object.keys(answers).filter((question) => !isError(question));
    expect(changed.filter((question) => answers[question] !== original[question])).toEqual([]);
  }
  expect(refused).toBeGreaterThan(0);
});

describe("a name is taken for an altered one", () => {
  it.each([
    ["running", "runninf", true],
    ["running", "rumninf", true],
    ["running", "walking", false],
    ["running_wheel_signal_voltage", "running_wheel_supply_voltage", false],
    ["probe_810000213_lfp", "probe_810000214_lfp", false],
    ["x", "y", false],
    ["running", "running", false],
    ["running", "running_speed", false]
  ])("%s, %s: %s", (name, found, isAltered) => {
    expect(isAlteredName(found, name)).toBe(isAltered);
  });
});
