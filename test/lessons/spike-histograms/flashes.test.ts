import {describe, expect, it} from "vitest";
import {flashesWithSpikes, flashKinds} from "../../../lib/lessons/spike-histograms/index.js";
import {openCachedSession} from "../../../lib/project/index.js";

const mini = "test/fixtures/mini/ecephys-cache";

describe("flashes", () => {
  it("of a session's file are all those that were shown, in the order of time", async () => {
    const session = await openCachedSession({directory: mini, nwb: `${mini}/session_810000000/session_810000000.nwb`});
    const {flashes, total} = await flashesWithSpikes(session);
    const shown = (await session.stimulusPresentations()).objects() as {stimulus_name: string; start_time: number}[];
    const starts = flashes.map((flash) => (flash as unknown as {start_time: number}).start_time);
    expect(total).toBe(shown.filter(({stimulus_name}) => stimulus_name === "flashes").length);
    expect(flashes).toHaveLength(total);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    session.close();
  });

  const flash = (color: number) => ({
    stimulus_presentation_id: 1,
    color,
    start_time: 10,
    stop_time: 10.25,
    duration: 0.25
  });

  it("are dark or bright, and each belongs to one kind", () => {
    const kinds = flashKinds([flash(1), flash(-1), flash(-1)]);
    expect(kinds.map(({name, rows}) => [name, rows])).toEqual([
      ["dark (color −1)", [1, 2]],
      ["bright (color 1)", [0]]
    ]);
  });

  it("of a colour that was not shown have no curve", () => {
    expect(flashKinds([flash(1)]).map(({name}) => name)).toEqual(["bright (color 1)"]);
    expect(flashKinds([])).toEqual([]);
  });
});
