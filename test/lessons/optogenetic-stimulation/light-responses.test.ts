import {beforeAll, describe, expect, it} from "vitest";
import {lightResponse} from "../../../lib/analysis/optotagging/index.js";
import {
  type LightPulse,
  lightImage,
  mostReliableUnit,
  onsetsOf,
  plantedTags,
  pulseKinds,
  responseRows,
  type SpikesAround,
  suggestedKind,
  taggedAreas,
  taggedScatter,
  unitRaster
} from "../../../lib/lessons/optogenetic-stimulation/index.js";
import {EcephysSession} from "../../../lib/session/index.js";
import {sampleSession} from "../../sample/sample-session.js";

const unit = (unit_id: number, acronym: string | null = "VISp") => ({
  unit_id,
  ecephys_structure_acronym: acronym,
  probe_vertical_position: unit_id,
  probe_description: "probeA"
});
const pulses = [1, 2].map((id) => ({
  id,
  start_time: 10 * id,
  stop_time: 10 * id + 0.01,
  duration: 0.01,
  level: 4,
  condition: "a single square pulse",
  stimulus_name: "pulse"
}));
const span = [-0.02, 0.04] as const;
const [kind] = pulseKinds(pulses, null, span);
const around: SpikesAround = new Map([
  [1, [Float64Array.of(-0.0199, 0.0031), Float64Array.of(0.0033)]],
  [2, [Float64Array.of(), Float64Array.of(0.02, 0.0201)]]
]);
const units = [unit(1), unit(2, null)];
const responses = units.map((one) => ({...one, ...lightResponse(around.get(one.unit_id)!)}));

describe("the image of counts around light", () => {
  const image = (warnings: string[] = []) => lightImage(around, {units, kind, span, warnings});

  it("has the mean over pulses of each unit's count in each bin of half a millisecond", () => {
    const [{values, edges, unitIds}] = image().data!;
    expect(edges).toHaveLength(121);
    expect(unitIds).toEqual([1, 2]);
    for (let bin = 0; bin < 120; ++bin)
      for (const [column, id] of unitIds.entries()) {
        const inBin = around
          .get(id)!
          .flatMap((train) => Array.from(train))
          .filter((time) => time >= edges[bin] && time < edges[bin + 1]);
        expect(values[bin * 2 + column]).toBe(inBin.length / 2);
      }
  });

  it("says of how many units and pulses it is, and what the library warns of", () => {
    expect(image().caption).toBe(
      "2 units, n = 2 pulses (pulse, 10 ms, all levels), in bins of 0.5 ms. The scale ends at the 99.8th percentile."
    );
    expect(image(["Some spikes are invalid."]).caption).toMatch(/percentile\. Some spikes are invalid\.$/);
  });

  it("shows the light as long as it was on, or to the end of the figure", () => {
    expect(image().options?.stimulus).toMatchObject({start: 0, stop: 0.01});
    const long = {...kind, duration: 1};
    expect(lightImage(around, {units, kind: long, span, warnings: []}).options?.stimulus.stop).toBe(0.04);
  });

  it("is none without light, and is empty without units", () => {
    expect(lightImage(new Map(), {units, kind: null, span, warnings: []})).toHaveProperty("empty");
    expect(lightImage(new Map(), {units: [], kind, span, warnings: []}).data?.[0].values).toHaveLength(0);
  });
});

describe("the raster of a unit", () => {
  it("has a row for each pulse, and says how surely and how soon the unit answers", () => {
    const {data, caption} = unitRaster(around, {unit: units[0], kind, span});
    expect(data?.[0].map(({name, time}) => [name, time])).toEqual([
      ["pulse 1", 10],
      ["pulse 2", 20]
    ]);
    expect(caption).toBe(
      "Unit 1 in VISp, n = 2 pulses; the light is on where the ground is shaded. It answers 100 % of them within 1 to 9 ms, with a median latency of 3.20 ms."
    );
  });

  it("tells no latency of a unit that never answers", () => {
    expect(unitRaster(around, {unit: units[1], kind, span}).caption).toMatch(
      /It answers 0 % of them within 1 to 9 ms\.$/
    );
  });

  it("is none without a unit or without light", () => {
    expect(unitRaster(around, {unit: null, kind, span})).toHaveProperty("empty");
    expect(unitRaster(around, {unit: units[0], kind: null, span})).toHaveProperty("empty");
  });
});

describe("tagged units", () => {
  const tagged = responses.slice(0, 1);

  it("are told from the others by their point, and named", () => {
    const {data, options, caption} = taggedScatter(responses, tagged, {unit: units[1], kind});
    expect(data?.[0].map(({category, note}) => [category, note])).toEqual([
      [1, "VISp"],
      [0, "no area"]
    ]);
    expect(data?.[0][0].x).toBeCloseTo(3.2, 9);
    expect(options?.chosen).toBe(2);
    expect(caption).toMatch(
      /^1 of 2 units are tagged, by n = 2 pulses \(pulse, 10 ms, all levels\): 1\. Units without/
    );
  });

  it("are named up to twelve, and counted beyond", () => {
    const many = Array.from({length: 14}, (_, i) => ({...responses[0], unit_id: i + 1}));
    expect(taggedScatter(many, many, {unit: null, kind}).caption).toContain("11, 12 and 2 more. ");
    expect(taggedScatter(many, many.slice(0, 12), {unit: null, kind}).caption).toContain("11, 12. ");
    expect(taggedScatter(many, [], {unit: null, kind}).caption).toContain("): none. ");
  });

  it("are held against the units that were made to answer light, and false ones are named", () => {
    expect(plantedTags(responses, responses, new Set([1, 9]))).toContain(
      "In this synthetic session light drives 1 unit: the rule tags 1 of them, and 1 more, whose tag is false: 2 (no area)."
    );
    expect(plantedTags(responses, tagged, new Set([1, 2]))).toContain(
      "light drives 2 units: the rule tags 1 of them, and no other."
    );
  });

  it("of a recorded session may be false, and nobody knows which", () => {
    expect(plantedTags(responses, tagged, new Set())).toMatch(/all should be of the class .* nobody knows/);
  });

  it("are counted in each area", () => {
    expect(taggedAreas(responses, tagged).data[0]).toEqual([
      {acronym: "VISp", units: 1, kept: 1},
      {acronym: null, units: 1, kept: 0}
    ]);
  });

  it("stand in a table of all units, the most reliable first", () => {
    const rows = responseRows([...responses].reverse(), tagged, kind);
    expect(rows.map(({unit_id, tagged}) => [unit_id, tagged])).toEqual([
      [1, "yes"],
      [2, "no"]
    ]);
    expect(rows[0]["latency (ms)"]).toBeCloseTo(3.2, 9);
    expect(responseRows(responses, tagged, null)).toEqual([]);
  });
});

describe("the unit to begin with", () => {
  it("is the one that answers most pulses", () => {
    expect(mostReliableUnit([...units].reverse(), around)?.unit_id).toBe(1);
  });

  it("is the first where there is no light, and none where there are no units", () => {
    expect(mostReliableUnit(units, new Map())?.unit_id).toBe(1);
    expect(mostReliableUnit([], around)).toBeUndefined();
  });

  describe("in the sample", () => {
    let session: EcephysSession;
    let made: Set<number>;
    beforeAll(async () => {
      const sample = await sampleSession();
      made = new Set(sample.truth.tagged_unit_ids);
      session = await EcephysSession.fromNwb(sample.nwbPath, {onWarning: () => {}});
      return () => session.close();
    });

    it("is one that was made to answer light, by the pulses to begin with", async () => {
      const all = (await session.optogeneticStimulationEpochs()).objects() as LightPulse[];
      const suggested = suggestedKind(pulseKinds(all, null, span));
      const found = await session.spikeTimesAround(onsetsOf(suggested), span);
      expect(suggested?.duration).toBeCloseTo(0.01, 9);
      expect(made).toContain(
        mostReliableUnit(
          [...found.keys()].map((id) => unit(id)),
          found
        )?.unit_id
      );
    });
  });
});
