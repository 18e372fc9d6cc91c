// Vectors that were computed with AllenSDK 2.16.2 on a session of five presentations and three units.
import {describe, expect, it} from "vitest";
import type {SessionOptions} from "../../lib/index.js";
import {openSmallSession, type SmallSession} from "./small-session.js";

const NAN = Number.NaN;

const V: SmallSession = {
  presentations: {
    spontaneous: {start_time: [0], stop_time: [1], stimulus_name: ["spontaneous"]},
    s: {
      start_time: [1, 2, 3],
      stop_time: [2, 3, 4],
      stimulus_name: ["s", "s", "s"],
      stimulus_block: [0, 0, 0],
      Ori: [45, 90, 45],
      TF: [2, 2, 2],
      opacity: [1, 1, 1]
    },
    t: {start_time: [10], stop_time: [11], stimulus_name: ["t"], stimulus_block: [2], opacity: [1]}
  },
  spikes: {11: [1, 1.5, 2, 2, 2.5, 3, 4, 4.5, 10, 11], 12: [0, 0.5, 10.5], 13: []}
};

const open = (options?: SessionOptions, changes: Partial<SmallSession> = {}) =>
  openSmallSession({...V, ...changes}, options);

const rows = (table: {objects(): object[]}) => table.objects().map((row) => Object.values(row));

describe("conditions", () => {
  it("are numbered by first appearance over all parameters", async () => {
    const session = await open();
    const presentations = await session.stimulusPresentations();
    expect(Array.from(presentations.array("stimulus_condition_id") as Int32Array)).toEqual([0, 1, 2, 1, 3]);
    const conditions = await session.stimulusConditions();
    const {orientation, temporal_frequency, opacity, stimulus_name} = Object.fromEntries(
      conditions.columnNames().map((name) => [name, Array.from(conditions.array(name) as never)])
    );
    expect(stimulus_name).toEqual(["spontaneous", "s", "s", "t"]);
    expect(orientation).toEqual([null, 45, 90, null]);
    expect(temporal_frequency).toEqual([null, 2, 2, null]);
    expect(opacity).toEqual([null, true, true, true]);
    session.close();
  });
});

describe("spikes by presentation", () => {
  it("include the end of a presentation and not its start", async () => {
    const session = await open();
    expect(rows(await session.presentationwiseSpikeTimes())).toEqual([
      [0.5, 0, 12, 0.5],
      [1, 0, 11, 1],
      [1.5, 1, 11, 0.5],
      [2, 1, 11, 1],
      [2, 1, 11, 1],
      [2.5, 2, 11, 0.5],
      [3, 2, 11, 1],
      [4, 3, 11, 1],
      [10.5, 4, 12, 0.5],
      [11, 4, 11, 1]
    ]);
    session.close();
  });

  it("do not depend on the order in which presentations are given", async () => {
    const session = await open();
    expect(rows(await session.presentationwiseSpikeTimes([3, 1], [11]))).toEqual([
      [1.5, 1, 11, 0.5],
      [2, 1, 11, 1],
      [2, 1, 11, 1],
      [4, 3, 11, 1]
    ]);
    session.close();
  });

  it("take one presentation and one unit without a list", async () => {
    const session = await open();
    expect(rows(await session.presentationwiseSpikeTimes(4, 12))).toEqual([[10.5, 4, 12, 0.5]]);
    session.close();
  });

  it.each<[string, unknown, RegExp]>([
    ["a text", "11", /found the text "11"\. Convert it: Number\(id\)/],
    ["texts", ["11"], /the text "11"/],
    ["BigInts", [11n], /the BigInt 11n/],
    ["nothing", [null], /one id, or several/]
  ])("are not given for ids that are %s, and it is said", async (_, ids, message) => {
    const session = await open();
    await expect(session.spikeTimes(ids as number[])).rejects.toThrow(message);
    await expect(session.presentationwiseSpikeTimes(ids as number[])).rejects.toThrow(message);
    await expect(session.presentationwiseSpikeCounts([0, 1], ids as number[])).rejects.toThrow(message);
    await expect(session.conditionwiseSpikeStatistics([1], ids as number[])).rejects.toThrow(message);
    await expect(session.stimulusParameterValues(ids as number[])).rejects.toThrow(message);
    await expect(session.meanWaveforms(ids as number[])).rejects.toThrow(message);
    await expect(session.spikeAmplitudes(ids as number[])).rejects.toThrow(message);
    await expect(session.spikeTimesAround([1], [0, 1], ids as number[])).rejects.toThrow(message);
    await expect(session.channelStructureIntervals(ids as number[])).rejects.toThrow(message);
    const [probeId] = [ids].flat() as number[];
    await expect(session.lfp(probeId)).rejects.toThrow(message);
    await expect(session.lfpTimeSpan(probeId)).rejects.toThrow(message);
    await expect(session.currentSourceDensity(probeId)).rejects.toThrow(message);
    session.close();
  });

  it.each<[string, unknown, string]>([
    ["NaN", [NAN, 1], "[NaN, 1]"],
    ["an end before its start", [2, 1], "[2, 1]"],
    ["texts", ["0", "1"], '["0", "1"]'],
    ["one time", [1], "[1]"]
  ])(
    "in a window of %s are an error that shows it, as of all that is asked for in a window",
    async (_, window, found) => {
      const session = await open();
      const time = window as [number, number];
      const expected = {tag: "wrong-argument", path: "time", found};
      await expect(session.spikeTimes([11], {time})).rejects.toMatchObject(expected);
      await expect(session.spikeTimesAround([1], time)).rejects.toMatchObject(expected);
      await expect(session.runningSpeed({time})).rejects.toMatchObject(expected);
      await expect(session.rawRunningData({time})).rejects.toMatchObject(expected);
      await expect(session.pupilData({time})).rejects.toMatchObject(expected);
      await expect(session.screenGazeData({time})).rejects.toMatchObject(expected);
      await expect(session.lfp(1, {time})).rejects.toMatchObject(expected);
      session.close();
    }
  );

  it("of an empty selection are none, with a warning", async () => {
    const warnings: string[] = [];
    const session = await open({onWarning: (message) => warnings.push(message)});
    expect((await session.presentationwiseSpikeTimes([], [11])).numRows()).toBe(0);
    expect((await session.presentationwiseSpikeTimes([1], [])).numRows()).toBe(0);
    expect(warnings).toEqual([
      expect.stringMatching(/presentations is empty/),
      expect.stringMatching(/units is empty/)
    ]);
    session.close();
  });

  it("of a presentation or unit that is not there are an error", async () => {
    const session = await open();
    await expect(session.presentationwiseSpikeTimes([99])).rejects.toMatchObject({tag: "unknown-id", found: "99"});
    await expect(session.presentationwiseSpikeTimes([1], [1])).rejects.toMatchObject({tag: "unknown-id", found: "1"});
    await expect(session.spikeTimes([1])).rejects.toMatchObject({tag: "unknown-id"});
    const noList = {} as unknown as number[];
    await expect(session.spikeTimes(noList)).rejects.toMatchObject({tag: "wrong-argument"});
    session.close();
  });
});

describe("spike counts", () => {
  const nested = (counts: {shape: readonly number[]; values: ArrayLike<number>}) => {
    const [, bins, units] = counts.shape;
    return Array.from({length: counts.shape[0]}, (_, i) =>
      Array.from({length: bins}, (_, j) =>
        Array.from(counts.values).slice((i * bins + j) * units, (i * bins + j + 1) * units)
      )
    );
  };

  it("count a spike on the edge of two bins in both", async () => {
    const session = await open();
    const counts = await session.presentationwiseSpikeCounts([0, 0.5, 1], [1, 2, 3], [11, 12]);
    expect(nested(counts)).toEqual([
      [
        [2, 0],
        [3, 0]
      ],
      [
        [3, 0],
        [2, 0]
      ],
      [
        [1, 0],
        [1, 0]
      ]
    ]);
    expect(counts.values).toBeInstanceOf(Uint16Array);
    expect(Array.from(counts.coords.time_relative_to_stimulus_onset)).toEqual([0.25, 0.75]);
    session.close();
  });

  it("count each spike once in half-open bins", async () => {
    const session = await open();
    const counts = await session.presentationwiseSpikeCounts([0, 0.5, 1], [1, 2, 3], [11], {edges: "half-open"});
    expect(nested(counts)).toEqual([
      [[1], [1]],
      [[2], [1]],
      [[1], [0]]
    ]);
    session.close();
  });

  it("are 0 or 1 when binarized, in the order of the ids given", async () => {
    const session = await open();
    const counts = await session.presentationwiseSpikeCounts([0, 0.5, 1], [3, 1], [12, 11], {binarize: true});
    expect(nested(counts)).toEqual([
      [
        [0, 1],
        [0, 1]
      ],
      [
        [0, 1],
        [0, 1]
      ]
    ]);
    expect(counts.values).toBeInstanceOf(Uint8Array);
    expect(Array.from(counts.coords.stimulus_presentation_id)).toEqual([3, 1]);
    expect(Array.from(counts.coords.unit_id)).toEqual([12, 11]);
    session.close();
  });

  it("are counted where timeDomain moves the edges, and labelled where they were", async () => {
    const session = await open();
    const counts = await session.presentationwiseSpikeCounts([0, 0.5, 1], [1, 2], [11], {
      timeDomain: (domain) => domain.map((edge) => edge + 0.25)
    });
    expect(nested(counts)).toEqual([
      [[1], [2]],
      [[1], [1]]
    ]);
    expect(Array.from(counts.coords.time_relative_to_stimulus_onset)).toEqual([0.25, 0.75]);
    session.close();
  });

  it("warn of wide bins when binarized, and of bins that overlap between presentations", async () => {
    const warnings: string[] = [];
    const session = await open({onWarning: (message) => warnings.push(message)});
    await session.presentationwiseSpikeCounts([-0.5, 1], [1, 2], [11], {binarize: true});
    expect(warnings).toEqual([
      expect.stringMatching(/1\.50000 s/),
      expect.stringMatching(/overlap.*0\.5 s.*rows 0 and 1\./)
    ]);
    session.close();
  });

  it("know their options", async () => {
    const session = await open();
    const counts = (options: object) => session.presentationwiseSpikeCounts([0, 1], [1], [11], options);
    await expect(counts({binarise: true})).rejects.toMatchObject({tag: "wrong-argument", path: "binarise"});
    await expect(counts({edges: "open"})).rejects.toMatchObject({tag: "wrong-argument", path: "edges"});
    session.close();
  });

  it.each([
    ["decrease", [0, -0.5, 1]],
    ["are not numbers", [0, NAN]],
    ["are fewer than two", [0]],
    ["are texts", ["0", "1"] as unknown as number[]],
    ["are more than can be counted", Array.from({length: 2 ** 20}, (_, i) => i / 1e6)]
  ])("need edges that do not %s", async (_, edges) => {
    const session = await open();
    const presentations = [0, 1, 2, 3, 4, ...Array.from({length: 300}, () => 1)];
    await expect(session.presentationwiseSpikeCounts(edges, presentations, [11])).rejects.toMatchObject({
      tag: "wrong-argument"
    });
    session.close();
  });
});

describe("statistics by condition", () => {
  it("are sorted by condition, then unit; one presentation has no spread", async () => {
    const session = await open();
    expect(rows(await session.conditionwiseSpikeStatistics([1, 2, 3], [11, 12]))).toEqual([
      [11, 1, 4, 2, 2, Math.SQRT2, 1],
      [12, 1, 0, 2, 0, 0, 0],
      [11, 2, 2, 1, 2, NAN, NAN],
      [12, 2, 0, 1, 0, NAN, NAN]
    ]);
    session.close();
  });

  it("are of the units that fired, if none are named, and of a silent one, if it is", async () => {
    const session = await open();
    expect(new Set((await session.conditionwiseSpikeStatistics([1, 2, 3])).array("unit_id"))).toEqual(new Set([11]));
    expect(rows(await session.conditionwiseSpikeStatistics([1], [13]))).toEqual([[13, 1, 0, 1, 0, NAN, NAN]]);
    session.close();
  });

  it("are rates over the duration of each presentation, if asked for", async () => {
    const session = await open();
    const rates = await session.conditionwiseSpikeStatistics([4], [11], {useRates: true});
    expect(rates.columnNames()).not.toContain("spike_count");
    expect(rates.get("spike_mean", 0)).toBe(1);
    session.close();
  });
});

describe("epochs", () => {
  it("are runs of one block", async () => {
    const session = await open();
    expect(rows(await session.stimulusEpochs())).toEqual([
      [0, 1, 1, "spontaneous", null],
      [1, 4, 3, "s", 0],
      [10, 11, 1, "t", 2]
    ]);
    session.close();
  });

  it("shorter than their stimulus's threshold are left out, as long ones are not", async () => {
    const session = await open();
    expect((await session.stimulusEpochs({spontaneous: 2, t: 1})).array("stimulus_name")).toEqual(["s", "t"]);
    session.close();
  });
});

describe("an interval that is invalid for the stimulus", () => {
  const invalidTimes = [{start: 2, stop: 2.5, tags: ["EcephysSession", "1", "stimulus"]}];

  it("masks every presentation that it overlaps or touches, and leaves the conditions as they were", async () => {
    const session = await open({}, {invalidTimes});
    const presentations = await session.stimulusPresentations();
    const column = (name: string) => Array.from(presentations.array(name) as ArrayLike<unknown>);
    expect(column("stimulus_condition_id")).toEqual([0, NAN, NAN, 1, 3]);
    expect(column("stimulus_name")).toEqual(["spontaneous", "invalid_presentation", "invalid_presentation", "s", "t"]);
    expect(column("orientation")).toEqual([null, NAN, NAN, 45, null]);
    expect(column("start_time")).toEqual([0, 1, 2, 3, 10]);
    expect((await session.stimulusConditions()).numRows()).toBe(4);
    expect(
      rows(await session.stimulusEpochs()).map(([start, stop, , name, block]) => [start, stop, name, block])
    ).toEqual([
      [0, 1, "spontaneous", null],
      [1, 3, "invalid_presentation", NAN],
      [3, 4, "s", 0],
      [10, 11, "t", 2]
    ]);
    session.close();
  });

  it("takes its presentations out of the statistics", async () => {
    const session = await open({}, {invalidTimes});
    expect(rows(await session.conditionwiseSpikeStatistics([1, 2, 3], [11]))).toEqual([[11, 1, 1, 1, 1, NAN, NAN]]);
    session.close();
  });

  it("does not touch spikes, nor warn of them", async () => {
    const warnings: string[] = [];
    const session = await open({onWarning: (message) => warnings.push(message)}, {invalidTimes});
    expect(Array.from((await session.spikeTimes([11])).get(11)!)).toEqual(V.spikes[11]);
    expect(warnings).toEqual([]);
    session.close();
  });

  it("of a probe masks no presentation, and warns once of its spikes", async () => {
    const warnings: string[] = [];
    const ofProbe = [{start: 2, stop: 2.5, tags: ["EcephysProbe", "0", "probeA"]}];
    const session = await open({onWarning: (message) => warnings.push(message)}, {invalidTimes: ofProbe});
    await session.spikeTimes();
    await session.presentationwiseSpikeTimes();
    expect(warnings).toEqual([expect.stringMatching(/invalid intervals/)]);
    expect(await session.stimulusNames()).toEqual(["spontaneous", "s", "t"]);
    session.close();
  });
});

describe("a table of one stimulus", () => {
  it("shows the columns that it uses", async () => {
    const session = await open();
    const table = await session.stimulusTable("t");
    expect(table.columnNames()).not.toContain("orientation");
    expect(table.columnNames()).not.toContain("opacity");
    expect((await session.stimulusTable("t", {includeDetailedParameters: true})).columnNames()).toContain("opacity");
    expect((await session.stimulusTable("t", {includeUnusedParameters: true})).columnNames()).toContain("orientation");
    session.close();
  });

  it("is not named by what is no text", async () => {
    const session = await open();
    const expected = {tag: "wrong-argument", path: "names"};
    for (const names of [5, [5], {}, true] as unknown as string[]) {
      await expect(session.stimulusTable(names)).rejects.toMatchObject(expected);
      await expect(session.parameterValuesForStimulus(names)).rejects.toMatchObject(expected);
      await expect(session.interPresentationIntervalsForStimulus(names)).rejects.toMatchObject(expected);
      await expect(session.presentationsWithSpikes(names)).rejects.toMatchObject(expected);
    }
    session.close();
  });

  it("that is not there has no rows, AllenSDK's column of ids, and a warning that lists the names", async () => {
    const warnings: string[] = [];
    const session = await open({onWarning: (message) => warnings.push(message)});
    const table = await session.stimulusTable("nope");
    expect(table.numRows()).toBe(0);
    expect(table.columnNames()).toEqual(["stimulus_presentation_id"]);
    await session.interPresentationIntervalsForStimulus(["s", "nope"]);
    await session.parameterValuesForStimulus("nope");
    await session.presentationsWithSpikes("nope");
    expect(warnings).toEqual(new Array(4).fill("No stimulus nope was shown, but spontaneous, s, t."));
    session.close();
  });
});
