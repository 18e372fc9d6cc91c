import {describe, expect, it} from "vitest";
import {DataArray} from "../../../lib/index.js";
import {
  unitPanels,
  unitWaveform,
  waveformImage,
  waveformShapes,
  waveformTraces,
  waveformUnitName
} from "../../../lib/lessons/mean-waveforms/index.js";
import {placeUnits} from "../../../lib/words/index.js";
import {openMiniSession} from "../mini-session.js";

const unit = (unit_id: number, ecephys_structure_acronym: string | null, snr = 4.25) => ({
  unit_id,
  ecephys_structure_acronym,
  snr,
  probe_id: 5,
  probe_description: "probeC",
  probe_vertical_position: 0,
  peak_channel_id: 31
});
const channel = (id: number, horizontal: number, vertical: number, acronym: string | null) => ({
  id,
  probe_id: 5,
  probe_horizontal_position: horizontal,
  probe_vertical_position: vertical,
  structure_acronym: acronym
});
const channels = [channel(30, 11, 20, "CA1"), channel(31, 59, 40, "VISp"), channel(32, 27, 60, null)];
const waveform = new DataArray({
  name: "mean_waveform",
  dims: ["channel_id", "time"],
  coords: {channel_id: [30, 31, 32], time: [0, 0.0005, 0.001]},
  values: Float32Array.from([0, -5, 1, 0, -90, 20, 0, -7, 2])
});

describe("units that a reader can choose", () => {
  it("are named with their area and how clear they are", () => {
    expect(waveformUnitName(unit(7, "VISp"))).toBe("7 (VISp, snr 4.3)");
    expect(waveformUnitName(unit(7, null, 10))).toBe("7 (no area, snr 10.0)");
  });
});

describe("panels of units", () => {
  const onPeak = waveform.sel("channel_id", 31);

  it("have the waveform on the peak channel over milliseconds", () => {
    const panels = unitPanels([unit(7, "VISp")], [onPeak], {clear: 9, snrAbove: 4});
    expect(panels.data?.[0][0]).toMatchObject({unit_id: 7, detail: "probeC, snr 4.25"});
    expect(Array.from(panels.data?.[0][0].times ?? [])).toEqual([0, 0.5, 1]);
    expect(Array.from(panels.data?.[0][0].values ?? [])).toEqual([0, -90, 20]);
    expect(panels.caption).toMatch(/^These are 1 of the 9 with snr > 4,/);
  });

  it("are none above a threshold that no unit passes, and it can be lowered", () => {
    const panels = unitPanels([], [], {clear: 0, snrAbove: 8});
    expect(panels).toHaveProperty("empty", expect.stringContaining("Lower it"));
    expect(panels.caption).toContain("0 of the 0 with snr > 8");
  });
});

describe("one unit across the probe", () => {
  const shown = unitWaveform(unit(7, "VISp"), {waveform, ids: [31, 30], channels})!;

  it("stands on the channels that were chosen, in their order, the peak marked", () => {
    expect(shown.sites).toMatchObject([
      {name: "channel 31", position: 40, vertical: 40, horizontal: 59, acronym: "VISp", isPeak: true},
      {name: "channel 30", position: 20, vertical: 20, horizontal: 11, acronym: "CA1", isPeak: false}
    ]);
    expect(shown.caption).toMatch(
      /^Unit 7 in VISp on probeC: 2 channels around the peak channel 31, 3 samples over 1\.00 ms\./
    );
  });

  it("is the same numbers as an image, row by row, and as traces", () => {
    const image = waveformImage(shown);
    expect(image.data?.[0].values).toEqual([0, -90, 20, 0, -5, 1]);
    expect(waveformTraces(shown).data[0].map(({values}) => Array.from(values))).toEqual([
      [0, -90, 20],
      [0, -5, 1]
    ]);
  });

  it("of a session's file is deepest on its peak channel", async () => {
    const session = await openMiniSession();
    const units = placeUnits<ReturnType<typeof unit>>(await session.units());
    const waveforms = await session.meanWaveforms(units.map(({unit_id}) => unit_id));
    const all = (await session.channels()).objects() as ReturnType<typeof channel>[];
    const known = new Set(all.map(({id}) => id));
    for (const one of units) {
      const own = waveforms.get(one.unit_id)!;
      const ids = Array.from(own.coords.channel_id as ArrayLike<number>).filter((id) => known.has(id));
      const {sites} = unitWaveform(one, {waveform: own, ids, channels: all})!;
      const depth = ({values}: {values: ArrayLike<number>}) => Math.min(...Array.from(values));
      const deepest = sites.reduce((best, site) => (depth(site) < depth(best) ? site : best));
      expect([one.unit_id, deepest.isPeak]).toEqual([one.unit_id, true]);
    }
    session.close();
  });

  it("is not drawn without a unit", () => {
    expect(unitWaveform(null, {waveform: undefined, ids: [], channels})).toBeNull();
    expect(waveformImage(null)).toHaveProperty("empty", expect.stringContaining("Lower it"));
  });
});

describe("shapes as numbers", () => {
  it("are the columns of the units table that describe a waveform", () => {
    const [row] = waveformShapes([{unit_id: 7, snr: 4, d_prime: 3, waveform_duration: 0.5}]);
    expect(row).toMatchObject({unit_id: 7, snr: 4, waveform_duration: 0.5, waveform_spread: undefined});
    expect(row).not.toHaveProperty("d_prime");
  });

  it("of no units are none", () => {
    expect(waveformShapes([])).toEqual([]);
  });
});
