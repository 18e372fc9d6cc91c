// What another program wrote in its own way is not called damaged: fetching the file again would not help.
import {beforeAll, expect, it} from "vitest";
import {EcephysSession} from "../../lib/index.js";
import {describeHdf5} from "../nwb/describe-hdf5.js";
import {type DatasetDescription, type GroupDescription, writeHdf5} from "../nwb/write-hdf5.js";

const FOLDER = "test/fixtures/mini/ecephys-cache/session_810000000";
let root: GroupDescription;
beforeAll(async () => {
  root = await describeHdf5(`${FOLDER}/session_810000000.nwb`);
});

/** The session with a group changed. */
async function withGroup(path: string, change: (group: GroupDescription) => GroupDescription): Promise<EcephysSession> {
  const replace = (group: GroupDescription, [name, ...rest]: string[]): GroupDescription =>
    name ? {...group, [name]: replace(group[name] as GroupDescription, rest)} : change(group);
  return EcephysSession.fromNwb(await writeHdf5(replace(root, path.split("/"))), {onWarning() {}});
}

const advice = {remedy: expect.not.stringMatching(/fetch it again/)};

it("times that are to be computed from a rate", async () => {
  const session = await withGroup("processing/running/running_speed", ({timestamps: _, ...kept}) => ({
    ...kept,
    starting_time: Float64Array.of(5)
  }));
  await expect(session.runningSpeed()).rejects.toMatchObject({
    tag: "missing",
    path: "/processing/running/running_speed/timestamps",
    found: "a starting time and a rate",
    ...advice
  });
  session.close();
});

it("a presentation of which nobody wrote down when it stops", async () => {
  const session = await withGroup("intervals/flashes_presentations", (table) => {
    const stops = table.stop_time as DatasetDescription;
    const data = (stops.data as Float64Array).slice();
    data[1] = Number.NaN;
    return {...table, stop_time: {...stops, data}};
  });
  await expect(session.stimulusPresentations()).rejects.toMatchObject({
    tag: "wrong-value",
    path: expect.stringContaining("flashes_presentations"),
    ...advice
  });
  session.close();
});
