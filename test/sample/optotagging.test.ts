import type {Group} from "h5wasm/node";
import {beforeAll, describe, expect, it} from "vitest";
import {column, type SampleSession, type SampleUnit, sampleSession} from "./sample-session.js";
import {countSpikes, groupBy} from "./statistics.js";

const table = "/processing/optotagging/optogenetic_stimulation";

describe("the sample's light stimuli", () => {
  let session: SampleSession;
  let start: number[];
  let duration: number[];
  beforeAll(async () => {
    session = await sampleSession();
    [start, duration] = ["start_time", "duration"].map((name) => column(session.file, `${table}/${name}`) as number[]);
  });

  it("are of the four published kinds at three levels, six times each, after the visual stimuli", () => {
    const [names, conditions, levels, stop] = ["stimulus_name", "condition", "level", "stop_time"].map((name) =>
      column(session.file, `${table}/${name}`)
    );
    const kinds = groupBy(
      start.map((_, i) => i),
      (i) => `${names[i]}: ${conditions[i]}, ${duration[i]} s`
    );
    expect([...kinds.keys()].sort()).toEqual([
      "fast_pulses: 2.5 ms pulses at 10 Hz, 1 s",
      "pulse: a single square pulse, 0.005 s",
      "pulse: a single square pulse, 0.01 s",
      "raised_cosine: half-period of a cosine wave, 1 s"
    ]);
    for (const rows of kinds.values()) {
      expect([...groupBy(rows, (i) => levels[i] as number)].map(([level, {length}]) => [level, length]).sort()).toEqual(
        [1, 2.5, 4].map((level) => [level, 6])
      );
    }
    expect(stop).toEqual(start.map((time, i) => time + duration[i]));
    const visual = column(session.file, "/processing/stimulus/timestamps/timestamps") as number[];
    expect(start[0]).toBeGreaterThan(visual[visual.length - 1] + 10);
    for (let i = 1; i < start.length; i++) expect(start[i]).toBeGreaterThan(start[i - 1] + 1.8);
  });

  it("are a table in the order of the published one, each row with its entry of the time series", () => {
    expect((session.file.get(table) as Group).attrs.colnames.value).toEqual([
      ...["start_time", "condition", "level", "stop_time", "stimulus_name", "duration", "tags", "timeseries"]
    ]);
    expect(new Set(column(session.file, `${table}/tags`))).toEqual(new Set(["optical_stimulation"]));
    expect(column(session.file, "/processing/optotagging/optotagging/timestamps")).toEqual(start);
    expect(column(session.file, "/processing/optotagging/optotagging/data")).toEqual(duration);
  });

  /** Spikes in the bins of 0.5 ms from `from` to `to` (their left edges, ms), at most one each, per pulse and second. */
  const binnedRate = ({spikes}: SampleUnit, onsets: number[], from: number, to: number) => {
    let count = 0;
    for (const onset of onsets) {
      for (let bin = 2 * from; bin <= 2 * to; bin++) {
        if (countSpikes(spikes, onset + bin / 2000, onset + (bin + 1) / 2000) > 0) count++;
      }
    }
    return count / onsets.length / ((to - from) / 1000);
  };

  it("drive the tagged units, as the published rule on 10 ms pulses finds: all of them and no other", () => {
    const onsets = start.filter((_, i) => duration[i] > 0.009 && duration[i] < 0.02);
    expect(onsets).toHaveLength(18);
    const cortical = session.units.filter(
      ({truth, passesFilters}) => passesFilters && truth.structure?.startsWith("VIS")
    );
    const found = cortical.filter(
      (unit) => binnedRate(unit, onsets, 1, 9) / (binnedRate(unit, onsets, -10, -2) + 1) > 2
    );
    expect(session.truth.tagged_unit_ids.length).toBeGreaterThan(10);
    expect(found.map(({id}) => id).sort()).toEqual([...session.truth.tagged_unit_ids].sort());
    expect(new Set(found.map(({truth}) => truth.cell_class))).toEqual(new Set(["fast-spiking"]));
  });

  it("silence the rest of cortex and leave what is below it alone", () => {
    const onsets = start.filter((_, i) => duration[i] <= 0.01);
    const share = (test: (unit: SampleUnit) => boolean) => {
      let [during, before] = [0, 0];
      for (const {spikes} of session.units.filter(test)) {
        for (const onset of onsets) {
          during += countSpikes(spikes, onset + 0.001, onset + 0.009);
          before += countSpikes(spikes, onset - 0.101, onset - 0.001) * 0.08;
        }
      }
      return during / before;
    };
    expect(share(({truth}) => truth.light_response === null && truth.structure?.startsWith("VIS") === true)).toBe(0);
    const deep = share(({truth}) => truth.structure === "LGd" || truth.structure === "LP");
    expect(deep).toBeGreaterThan(0.8);
    expect(deep).toBeLessThan(1.2);
  });
});
