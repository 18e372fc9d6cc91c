// A window of LFP is found by looking at few of its times; those that are looked at have to ascend, too.
import {expect, it} from "vitest";
import {EcephysSession} from "../../lib/index.js";
import {describeHdf5} from "../nwb/describe-hdf5.js";
import {type DatasetDescription, type GroupDescription, writeHdf5} from "../nwb/write-hdf5.js";

const FOLDER = "test/fixtures/mini/ecephys-cache/session_810000000";
const PROBE = 810000213;

/** The session with LFP whose times are changed; */
async function withTimes(change: (times: Float64Array) => void): Promise<EcephysSession> {
  const root = await describeHdf5(`${FOLDER}/probe_${PROBE}_lfp.nwb`);
  const container = (root.acquisition as GroupDescription)[`probe_${PROBE}_lfp`] as GroupDescription;
  const series = container[`probe_${PROBE}_lfp_data`] as GroupDescription;
  change((series.timestamps as DatasetDescription).data as Float64Array);
  const path = await writeHdf5(root);
  return EcephysSession.fromNwb(`${FOLDER}/session_810000000.nwb`, {lfp: () => path, onWarning: () => {}});
}

it.each([
  ["no number", Number.NaN],
  ["not finite", Number.POSITIVE_INFINITY],
  ["before the others", -1e6],
  ["after the others", 1e6]
])("a time in the middle that is %s is an error, also for a window elsewhere", async (_, odd) => {
  const session = await withTimes((times) => {
    // The first that is looked at, and one that is looked at after it.
    times[times.length >>> 1] = odd;
    times[times.length >>> 2] = odd;
  });
  const [start] = await session.lfpTimeSpan(PROBE);
  await expect(session.lfp(PROBE, {time: [start, start + 0.01]})).rejects.toMatchObject({
    tag: "wrong-value",
    path: expect.stringMatching(/timestamps$/)
  });
  session.close();
});

it("a last time that comes before the first is an error where the span is asked for", async () => {
  const session = await withTimes((times) => {
    times[times.length - 1] = 0;
  });
  await expect(session.lfpTimeSpan(PROBE)).rejects.toMatchObject({
    tag: "wrong-value",
    found: expect.stringMatching(/first and 0 s last/)
  });
  session.close();
});
