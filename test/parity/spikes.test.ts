import type {ColumnTable} from "arquero";
import {describe, expect, it} from "vitest";
import {type DataArray, EcephysSession, linspace, type SpikeCountsOptions} from "../../lib/index.js";
import {expectClose, expectTable, sha256} from "./compare.js";
import {goldenSessions, loadGolden, openGolden, type Recorded, sessionOptions} from "./golden.js";

const UNFILTERED = {
  amplitude_cutoff_maximum: null,
  presence_ratio_minimum: null,
  isi_violations_maximum: null,
  filter_by_validity: false,
  filter_out_of_brain_units: false
};

/** Statistics are sums in another order than numpy's: equal to 12 digits, where counts and times are equal to the last. */
const CLOSE = 1e-12;

describe.each(goldenSessions)("spikes of $name equal AllenSDK's", (golden) => {
  it.each([
    ["default filters", "default", {}],
    ["no filters", "unfiltered", UNFILTERED]
  ])("spike times of every unit, in its order (%s)", async (_, key, keywords) => {
    const recorded = loadGolden(golden, "spike_times")[key];
    const session = await openGolden(golden, sessionOptions(keywords));
    const spikeTimes = await session.spikeTimes();
    expect([...spikeTimes.keys()]).toEqual(recorded.unit_order);
    for (const [id, {sha256: digest}] of Object.entries<Recorded>(recorded.units)) {
      expect(sha256(spikeTimes.get(Number(id))!, "float64"), id).toBe(digest);
    }
    session.close();
  });

  it("spikes by presentation", async () => {
    const recorded = loadGolden(golden, "presentationwise_spike_times");
    const session = await openGolden(golden);
    const spikes = await session.presentationwiseSpikeTimes(recorded.presentations, recorded.units);
    expect(spikes.numRows()).toBe(recorded.n_rows);
    const digest = (table: ColumnTable, name: string, type: "float64" | "int64") =>
      sha256(table.array(name) as Float64Array, type);
    expect(digest(spikes, "spike_time", "float64")).toBe(recorded.spike_time.sha256);
    expect(digest(spikes, "unit_id", "int64")).toBe(recorded.unit_id.sha256);
    expect(digest(spikes, "time_since_stimulus_presentation_onset", "float64")).toBe(recorded.onset.sha256);

    const first20 = await session.presentationwiseSpikeTimes(recorded.presentations.slice(0, 20), recorded.units);
    expectRows(first20, recorded.first_20);
    const gabors = (await session.stimulusTable("gabors")).array("stimulus_presentation_id") as Int32Array;
    expectRows(await session.presentationwiseSpikeTimes(gabors.slice(0, 30)), recorded.gabors_back_to_back);
    const {presentation, unit, rows} = recorded.scalar;
    expectRows(await session.presentationwiseSpikeTimes(presentation, unit), rows);

    const everything = await session.presentationwiseSpikeTimes();
    expect(everything.numRows()).toBe(recorded.everything.n_rows);
    expect(digest(everything, "spike_time", "float64")).toBe(recorded.everything.spike_time.sha256);
    session.close();
  });

  it("spikes of presentations given out of order are those AllenSDK finds when they are in order", async () => {
    const {reversed_ids} = loadGolden(golden, "presentationwise_spike_times");
    const session = await openGolden(golden);
    const reversed = await session.presentationwiseSpikeTimes(reversed_ids.ids);
    const sorted = await session.presentationwiseSpikeTimes([...reversed_ids.ids].sort((a, b) => a - b));
    expect(reversed.objects()).toEqual(sorted.objects());
    const earliest = Math.min(...reversed_ids.rows.stimulus_presentation_id);
    const units = [...new Set<number>(reversed_ids.rows.unit_id)];
    expectRows(await session.presentationwiseSpikeTimes(earliest, units), reversed_ids.rows);
    session.close();
  });

  it("spike counts around onsets", async () => {
    const recorded = loadGolden(golden, "presentationwise_spike_counts");
    const session = await openGolden(golden);
    for (const [name, call] of Object.entries<Recorded>(recorded)) {
      if (name.startsWith("dtype")) continue; // counts are integers here; see docs/differences.md
      const {coords} = call.result;
      const edges =
        typeof call.bin_edges === "string"
          ? linspace(...(call.bin_edges.match(/-?[\d.]+/g)!.map(Number) as [number, number, number]))
          : call.bin_edges;
      const options = countsOptions(name, call.options ?? {});
      const counts = await session.presentationwiseSpikeCounts(
        edges,
        coords.stimulus_presentation_id,
        coords.unit_id,
        options
      );
      expectCounts(counts, call.result, name);
    }
    session.close();
  });

  it("the mean of the counts over flashes", async () => {
    const {unit_ids, mean} = loadGolden(golden, "mean_spike_counts_flashes");
    const session = await openGolden(golden);
    const flashes = (await session.stimulusTable("flashes")).array("stimulus_presentation_id") as Int32Array;
    const counts = await session.presentationwiseSpikeCounts(linspace(-0.01, 0.4, 200), flashes, unit_ids);
    const own = counts.mean("stimulus_presentation_id");
    mean.forEach((row: number[], bin: number) => {
      row.forEach((value, unit) => {
        expectClose(own.at(bin, unit)!, value, CLOSE, `bin ${bin}, unit ${unit}`);
      });
    });
    session.close();
  });

  it.each(Object.entries<Recorded>(loadGolden(golden, "conditionwise_spike_statistics")))(
    "statistics by condition (%s)",
    async (_, {presentation_ids, unit_ids, use_rates, table}) => {
      const session = await openGolden(golden);
      const own = await session.conditionwiseSpikeStatistics(presentation_ids, unit_ids, {useRates: use_rates});
      expectTable(own, table, {tolerance: CLOSE});
      session.close();
    }
  );

  it("warns once, on the first spikes, where AllenSDK does", async () => {
    const {warnings_on_first_access} = loadGolden(golden, "spike_times");
    const messages: string[] = [];
    const session = await openGolden(golden, {onWarning: (message) => messages.push(message)});
    await session.units();
    expect(messages).toEqual([]);
    await session.spikeTimes();
    await session.spikeTimes();
    expect(messages).toHaveLength(warnings_on_first_access.length);
    session.close();
  });
});

describe("without the tables of the project", () => {
  it("spike times are the same", async () => {
    const [golden] = goldenSessions;
    const recorded = loadGolden(golden, "spike_times").default;
    const session = await EcephysSession.fromNwb(golden.nwb, {onWarning: () => {}});
    const [id] = recorded.unit_order;
    const spikeTimes = await session.spikeTimes([id]);
    expect([...spikeTimes.keys()]).toEqual([id]);
    expect(sha256(spikeTimes.get(id)!, "float64")).toBe(recorded.units[id].sha256);
    session.close();
  });
});

function countsOptions(name: string, options: Recorded): SpikeCountsOptions {
  return {
    binarize: options.binarize,
    largeBinSizeThreshold: options.large_bin_size_threshold,
    ...(name === "callback_plus_quarter_second" && {timeDomain: (domain) => domain.map((time) => time + 0.25)})
  };
}

function expectRows(actual: ColumnTable, recorded: Record<string, number[]>): void {
  for (const [name, values] of Object.entries(recorded)) {
    expect(Array.from(actual.array(name) as Float64Array), name).toEqual(values);
  }
}

function expectCounts(actual: DataArray, recorded: Recorded, name: string): void {
  expect(actual.name).toBe(recorded.name);
  expect(actual.dims).toEqual(recorded.dims);
  expect([...actual.shape], name).toEqual(recorded.shape);
  for (const dim of recorded.dims) expect(Array.from(actual.coords[dim]), name).toEqual(recorded.coords[dim]);
  expect(actual.values.constructor.name.toLowerCase(), name).toBe(`${recorded.dtype}array`);
  expect(sha256(actual.values, recorded.dtype), name).toBe(recorded.sha256);
}
