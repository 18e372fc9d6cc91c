import {beforeAll, describe, expect, it} from "vitest";
import {LIGHT_WINDOWS, lightResponse} from "../../../lib/analysis/optotagging/index.js";
import {EcephysSession, encodeTable} from "../../../lib/index.js";
import {lightSpikesSnapshot} from "../../../lib/snapshot-makers/light-spikes.js";
import {sampleSession} from "../../sample/sample-session.js";

describe("a unit's response to pulses of light", () => {
  it("of a unit that fires 3 ms after every pulse is certain, at 3 ms, without jitter", () => {
    const response = lightResponse(Array.from({length: 10}, () => [0.003]));
    expect(response.reliability).toBe(1);
    expect(response.latency).toBe(0.003);
    expect(response.jitter).toBeCloseTo(0, 12);
    expect(response.evokedRate).toBeCloseTo(1 / 0.008, 9);
    expect(response.baselineRate).toBe(0);
    expect(response.ratio).toBeCloseTo(125, 9);
  });

  it("leaves out spikes at the onset and the end of the light, which may be artefacts", () => {
    const {reliability, latency} = lightResponse([[0, 0.0009], [0.009], [-0.001]]);
    expect(reliability).toBe(0);
    expect(latency).toBeNaN();
  });

  it("of a unit that fires before as often as after has a ratio below 1", () => {
    const {evokedRate, baselineRate, ratio} = lightResponse([[-0.005, 0.005], [-0.009, 0.008], [], [-0.004, 0.002]]);
    expect(evokedRate).toBeCloseTo(baselineRate, 9);
    expect(ratio).toBeLessThan(1);
  });

  it("counts the pulses that it answered, not the spikes", () => {
    expect(lightResponse([[0.002, 0.005, 0.008], [], [0.004], []]).reliability).toBe(0.5);
  });
});

describe("spikes of less time than the windows take", () => {
  it.each([
    ["baseline", [-0.005, 0.04]],
    ["evoked", [-0.02, 0.005]]
  ] as const)("are an error of the %s window, as its rate would be too low", (path, given) => {
    expect(() => lightResponse([[0.003]], {...LIGHT_WINDOWS, given})).toThrow(
      expect.objectContaining({tag: "wrong-argument", path})
    );
  });

  it("are enough where both windows just fit", () => {
    const given = [LIGHT_WINDOWS.baseline[0], LIGHT_WINDOWS.evoked[1]] as const;
    expect(lightResponse([[-0.005, 0.003]], {...LIGHT_WINDOWS, given})).toEqual(lightResponse([[-0.005, 0.003]]));
  });
});

describe("the units of the sample that answer light", () => {
  let session: EcephysSession;
  let snapshot: EcephysSession;
  let tagged: Set<number>;

  beforeAll(async () => {
    const sample = await sampleSession();
    tagged = new Set(sample.units.filter(({truth}) => truth.light_response !== null).map(({id}) => id));
    session = await EcephysSession.fromNwb(sample.nwbPath, {onWarning: () => {}});
    const {table, details} = await lightSpikesSnapshot(session);
    const {ecephysSessionId: sessionId, sessionStartTime} = session;
    const metadata = {sessionId, sessionStartTime, source: "", sourceDigest: "", codeVersion: "", details};
    const units = encodeTable(await session.units(), {...metadata, details: undefined});
    const files = {units, spikes: encodeTable(table, metadata)};
    snapshot = await EcephysSession.fromSnapshot(files, {onWarning: () => {}});
    return () => session.close();
  });

  const onsets = async () => {
    const pulses = (await session.optogeneticStimulationEpochs()).objects() as Record<string, number>[];
    return pulses.filter(({duration, level}) => duration === 0.01 && level === 4).map(({start_time}) => start_time);
  };

  it("are those that were made to, found by a reliable answer within 9 ms", async () => {
    const around = await session.spikeTimesAround(await onsets(), [-0.02, 0.02]);
    const found = [...around].filter(([, spikes]) => {
      const {reliability, ratio} = lightResponse(spikes);
      return reliability >= 0.5 && ratio > 2;
    });
    const right = found.filter(([id]) => tagged.has(id));
    expect(tagged.size).toBeGreaterThan(5);
    expect(right.length / tagged.size).toBeGreaterThan(0.85);
    expect(right.length / found.length).toBeGreaterThan(0.7);
  });

  it("have the same spikes in a snapshot, which says what it does not hold", async () => {
    const moments = await onsets();
    expect(await snapshot.spikeTimesAround(moments, [-0.03, 0.07])).toEqual(
      await session.spikeTimesAround(moments, [-0.03, 0.07])
    );
    await expect(snapshot.spikeTimesAround(moments, [-0.03, 0.08])).rejects.toMatchObject({tag: "not-in-snapshot"});
    await expect(session.spikeTimesAround(moments, [1, 0])).rejects.toMatchObject({tag: "wrong-argument"});
  });
});
