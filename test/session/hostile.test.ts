// Files that are legal HDF5 and NWB, and not what is expected; test/fixtures/hostile/README.md says what is right for each.
import {describe, expect, it} from "vitest";
import {EcephysSession, type NwbErrorTag} from "../../lib/index.js";
import {ALL_UNITS} from "./read-all.js";

const path = (name: string) => `test/fixtures/hostile/${name}.nwb`;

const open = (name: string) => EcephysSession.fromNwb(path(name), {...ALL_UNITS, lfp: () => path(name)});

/** The base session, with the LFP of its probe in a file that is odd. */
const openWithLfp = (name: string) => EcephysSession.fromNwb(path("base"), {...ALL_UNITS, lfp: () => path(name)});

const PROBE = 810755797;

describe("a session file with something odd in it is refused where that is read", () => {
  it.each<[string, (session: EcephysSession) => Promise<unknown>, NwbErrorTag, RegExp]>([
    ["shape_parameter_Nx2", (s) => s.stimulusPresentations(), "wrong-shape", /flashes_presentations\/Size.*6 × 2/],
    ["shape_start_Nx2", (s) => s.stimulusPresentations(), "wrong-shape", /start_time.*6 × 2/],
    ["length_running_short_times", (s) => s.runningSpeed(), "wrong-length", /running_speed: .*3595.*3600/],
    ["length_eye_97_of_100", (s) => s.pupilData(), "wrong-length", /100.*97/],
    ["length_eye_97_of_100", (s) => s.screenGazeData(), "wrong-length", /100.*97/],
    ["virtual_source_gone", (s) => s.spikeTimes(), "unsupported-storage", /spike_times.*moved_away\.h5/],
    ["index_nan", (s) => s.spikeTimes(), "wrong-value", /spike_times_index.*NaN at row 1/],
    ["duplicate_unit_ids", (s) => s.units(), "duplicate-id", /\/units\/id.*5 again in row 1/],
    [
      "ragged_parameter",
      (s) => s.stimulusPresentations(),
      "wrong-shape",
      /flashes_presentations\/order.*a list per row/
    ],
    ["filter_lzf", (s) => s.spikeTimes(), "unsupported-storage", /spike_times.*lzf/]
  ])("%s", async (name, ask, tag, message) => {
    const session = await open(name);
    await expect(ask(session)).rejects.toMatchObject({
      tag,
      file: path(name),
      message: expect.stringMatching(message),
      remedy: expect.not.stringMatching(/fetch it again/)
    });
    session.close();
  });

  it("an LFP of electrodes past the end of their table", async () => {
    const session = await openWithLfp("region_past_end");
    for (const options of [{}, {time: [0, 0.1] as const}]) {
      await expect(session.lfp(PROBE, options)).rejects.toMatchObject({
        tag: "index-out-of-range",
        message: expect.stringMatching(/electrodes: expected rows of the 8 .*, found row 8/)
      });
    }
    session.close();
  });
});

describe("a session file with something odd in it is read as it is meant", () => {
  it("ids beyond 32 bits, in every table, count and statistic", async () => {
    const ids = [3000000001, 3000000002, 3000000003];
    const session = await open("bigids_units");
    const base = await open("base");
    const column = (table: {array(name: string): unknown}) => Array.from(table.array("unit_id") as ArrayLike<number>);
    expect(column(await session.units())).toEqual(ids);
    expect([...(await session.spikeTimes()).values()]).toEqual([...(await base.spikeTimes()).values()]);
    expect([...(await session.spikeTimes()).keys()]).toEqual(ids);
    expect([...(await session.spikeAmplitudes(ids)).keys()]).toEqual(ids);
    expect([...(await session.meanWaveforms(ids)).keys()]).toEqual(ids);
    expect(new Set(column(await session.presentationwiseSpikeTimes()))).toEqual(new Set(ids));
    expect(new Set(column(await session.conditionwiseSpikeStatistics()))).toEqual(new Set(ids));
    const counts = await session.presentationwiseSpikeCounts([0, 0.1], [0, 1], ids);
    expect(Array.from(counts.coords.unit_id)).toEqual(ids);
    expect(Array.from((await session.spikeCountsByPresentation()).coords.unit_id)).toEqual(ids);
    session.close();
    base.close();
  });

  it("text padded with spaces: two good units", async () => {
    const session = await open("text_space_padded");
    expect((await session.units()).numRows()).toBe(2);
    session.close();
  });

  it("big-endian spike times: 120 from 0.05 s on", async () => {
    const [session, base] = [await open("big_endian"), await open("base")];
    const spikes = await session.spikeTimes();
    expect(spikes.get(950907205)).toHaveLength(120);
    expect(spikes.get(950907205)![0]).toBe(0.05);
    expect(spikes).toEqual(await base.spikeTimes());
    session.close();
    base.close();
  });

  it("an LFP of integers with a conversion: 1000 is 0.00469 V", async () => {
    const session = await openWithLfp("conversion_lfp");
    const lfp = await session.lfp(PROBE);
    expect(new Set(lfp.values)).toContain(Math.fround(1000 * 4.69e-6));
    session.close();
  });
});
