import {from} from "arquero";
import {describe, expect, it} from "vitest";
import {
  missingFilmsText,
  presentationRaster,
  spikeEndsRows,
  spikeEndsText,
  spikeStimuli,
  timesText,
  withAreas,
  withParameters
} from "../../../lib/lessons/spikes/index.js";

const unit = (unit_id: number, acronym: string | null, snr = 1, depth = 0) => ({
  unit_id,
  snr,
  ecephys_structure_acronym: acronym,
  probe_vertical_position: depth,
  probe_description: "probeA"
});

describe("the stimuli to choose from", () => {
  it("are those that were shown and whose spikes the site keeps, in the site's order", () => {
    const {stimuli, missingFilms} = spikeStimuli(
      ["spontaneous", "gabors", "natural_movie_one", "natural_movie_three"],
      ["gabors", "flashes", "natural_movie_one", "spontaneous"]
    );
    expect(stimuli).toEqual(["gabors", "natural_movie_one", "spontaneous"]);
    expect(missingFilms).toEqual(["natural_movie_three"]);
    expect(missingFilmsText(missingFilms)).toMatch(/^ The list above lacks natural_movie_three: /);
  });

  it("are never none, so that the list has something to say", () => {
    expect(spikeStimuli(["invalid_presentation"], ["gabors"])).toEqual({
      stimuli: ["drifting_gratings"],
      missingFilms: []
    });
    expect(missingFilmsText([])).toBe("");
  });
});

describe("the raster of a presentation", () => {
  const presentation = {
    stimulus_presentation_id: 7,
    stimulus_condition_id: 3,
    stimulus_name: "drifting_gratings",
    start_time: 10.5,
    stop_time: 12.5,
    duration: 2
  };
  const spikes = {time: [0.1, 0.2, 1.9], unit_id: [1, 2, 1]};
  const context = {
    units: [unit(1, "LGd"), unit(2, "VISp", 1, 100), unit(3, "VISp", 1, 300)],
    condition: {stimulus_condition_id: 3, orientation: 45},
    stimulus: "static_gratings",
    varying: ["orientation"]
  };

  it("says when it was, what was shown, and how many spikes of how many units there are", () => {
    expect(presentationRaster(spikes, presentation, context).caption).toBe(
      "Presentation 7, orientation 45°, from 10.500 to 12.500 s of the session: 3 spikes of 3 units."
    );
  });

  it("lasts as long as the presentation, and stacks areas in anatomical order, each from the surface down", () => {
    const {data, options} = presentationRaster(spikes, presentation, context);
    expect(options?.domain).toEqual([0, 2]);
    expect(options?.stimulus).toEqual({stimulus_name: "static_gratings", start: 0, stop: 2});
    expect(data?.[1].map(({unit_id}) => unit_id)).toEqual([3, 2, 1]);
  });

  it("is none where only counts are held", () => {
    expect(presentationRaster({time: [], unit_id: []}, undefined, context).empty).toContain("the counts, but not");
  });
});

describe("the ends of spike trains", () => {
  const ends = new Map(
    [1, 2].map((unit_id) => [
      unit_id,
      {unit_id, spike_count: 1234 * unit_id, first_spike_times: [0.5, 1], last_spike_times: Float64Array.of(99.123456)}
    ])
  );

  it("are told of the first unit that stands out from the noise", () => {
    expect(spikeEndsText(ends, [unit(1, "VISp", 3.9), unit(2, "VISp", 4.1)])).toBe(
      "2,468 spikes were detected for unit 2, the first with snr > 4, at times 0.50000, 1.00000, …, 99.12346."
    );
  });

  it("are told of the first unit where none stands out", () => {
    expect(spikeEndsText(ends, [unit(1, "VISp", 4)])).toMatch(/^1,234 spikes were detected for unit 1 at times /);
    expect(spikeEndsText(ends, [unit(1, "VISp", Number.NaN)])).toContain("unit 1 at");
  });

  it("are told of none in a session without units or without spikes", () => {
    expect(spikeEndsText(ends, [])).toBe("");
    expect(spikeEndsText(new Map(), [unit(1, "VISp")])).toBe("");
  });

  it("have the area of their unit beside its id, null where it has none", () => {
    const rows = spikeEndsRows(ends, [unit(1, "LGd")]);
    expect(rows.map((row) => row.ecephys_structure_acronym)).toEqual(["LGd", null]);
    expect(Object.keys(rows[0]).slice(0, 2)).toEqual(["unit_id", "ecephys_structure_acronym"]);
    expect(timesText(rows[0].first_spike_times)).toBe("0.50000, 1.00000");
  });
});

describe("a table of statistics", () => {
  const table = from([
    {unit_id: 2, stimulus_condition_id: 8, spike_mean: 1},
    {unit_id: 9, stimulus_condition_id: 7, spike_mean: 2}
  ]);

  it("is given the area of each unit", () => {
    const own = withAreas(table, [unit(2, "CA1"), unit(3, "VISp")]);
    expect(own.columnNames()).toEqual(["unit_id", "ecephys_structure_acronym", "stimulus_condition_id", "spike_mean"]);
    expect(own.array("ecephys_structure_acronym")).toEqual(["CA1", null]);
  });

  it("is given the parameters that vary, of each row's condition", () => {
    const conditions = [{stimulus_condition_id: 7, orientation: 30, contrast: 0.8}, {stimulus_condition_id: 8}];
    const own = withParameters(table, {conditions, varying: ["orientation"]});
    expect(own.array("orientation")).toEqual([null, 30]);
    expect(own.columnNames()).not.toContain("contrast");
  });
});
