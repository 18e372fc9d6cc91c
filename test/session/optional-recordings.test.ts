// What a session need not have been recorded with: columns are empty, and it is said.
import {beforeAll, describe, expect, it} from "vitest";
import {EcephysSession} from "../../lib/index.js";
import {describeHdf5} from "../nwb/describe-hdf5.js";
import {type GroupDescription, writeHdf5} from "../nwb/write-hdf5.js";

const SESSION = "test/fixtures/mini/ecephys-cache/session_810000000/session_810000000.nwb";
let root: GroupDescription;
let whole: EcephysSession;
beforeAll(async () => {
  root = await describeHdf5(SESSION);
  whole = await EcephysSession.fromNwb(SESSION);
  return () => whole.close();
});

/** The session without the object at a path; where that is a column of a table, also without its name there. */
async function without(path: string) {
  const remove = (group: GroupDescription, [name, ...rest]: string[]): GroupDescription => {
    if (rest.length > 0) return {...group, [name]: remove(group[name] as GroupDescription, rest)};
    const {[name]: _, ...kept} = group;
    const names = group["@colnames"] as string[] | undefined;
    return {...kept, ...(names && {"@colnames": names.filter((column) => column !== name)})};
  };
  const warnings: string[] = [];
  const session = await EcephysSession.fromNwb(await writeHdf5(remove(root, path.split("/"))), {
    onWarning: (message) => warnings.push(message)
  });
  return {session, warnings};
}

type Question = "runningSpeed" | "rawRunningData" | "pupilData" | "screenGazeData";

describe("a session", () => {
  it.each<[path: string, Question, RegExp, warning: string]>([
    [
      "acquisition/running_wheel_signal_voltage",
      "rawRunningData",
      /^signal_voltage$/,
      "The file has no running_wheel_signal_voltage: it is left empty."
    ],
    [
      "acquisition/running_wheel_supply_voltage",
      "rawRunningData",
      /^supply_voltage$/,
      "The file has no running_wheel_supply_voltage: it is left empty."
    ],
    [
      "processing/running/running_speed_end_times",
      "runningSpeed",
      /^end_time$/,
      "The file has no running_speed_end_times: it is left empty."
    ],
    [
      "processing/eye_tracking/pupil_ellipse_fits/phi",
      "pupilData",
      /^pupil_phi$/,
      "The file has no phi of pupil_ellipse_fits: it is left empty."
    ],
    [
      "processing/eye_tracking/pupil_ellipse_fits/width",
      "pupilData",
      /^pupil_width$/,
      "The file has no width of pupil_ellipse_fits: it is left empty."
    ],
    [
      "processing/eye_tracking/cr_ellipse_fits",
      "pupilData",
      /^corneal_reflection_/,
      "The file has no center_x, center_y, height, width, phi of cr_ellipse_fits: they are left empty."
    ],
    [
      "processing/raw_gaze_mapping/pupil_area",
      "screenGazeData",
      /^raw_pupil_area$/,
      "The file has no /processing/raw_gaze_mapping/pupil_area: it is left empty."
    ],
    [
      "processing/filtered_gaze_mapping/screen_coordinates",
      "screenGazeData",
      /^filtered_screen_coordinates_[xy]_cm$/,
      "The file has no /processing/filtered_gaze_mapping/screen_coordinates: it is left empty."
    ]
  ])("without %s gives %s with these columns empty, and says so", async (path, question, empty, warning) => {
    const {session, warnings} = await without(path);
    const ask = async (of: EcephysSession) =>
      question === "screenGazeData" ? of.screenGazeData({includeFilteredData: true}) : of[question]();
    const [table, expected] = [(await ask(session))!, (await ask(whole))!];
    expect(table.columnNames()).toEqual(expected.columnNames());
    expect(table.columnNames().filter((name) => empty.test(name))).not.toEqual([]);
    for (const name of table.columnNames()) {
      const values = Array.from(expected.array(name) as number[]);
      expect(Array.from(table.array(name) as number[]), name).toEqual(
        empty.test(name) ? values.map(() => Number.NaN) : values
      );
    }
    expect(warnings).toEqual([warning]);
    session.close();
  });

  it("without presentations is an error, not one in which nothing was shown", async () => {
    const {session} = await without("intervals");
    await expect(session.stimulusPresentations()).rejects.toMatchObject({tag: "missing", path: "/intervals"});
    session.close();
  });
});
