import {beforeAll, describe, expect, it} from "vitest";
import type {UnitTruth} from "../../lib/sample/index.js";
import {type Row, type SampleSession, type SampleUnit, sampleSession} from "./sample-session.js";
import {angleBetween, correlation, countSpikes, groupBy, mean, median} from "./statistics.js";

const higherAreas = ["VISl", "VISrl", "VISal", "VISpm", "VISam"];

describe("the sample's spikes show what was put in", () => {
  let session: SampleSession;
  let visual: SampleUnit[];
  const meanCount = (unit: SampleUnit, rows: Row[]) =>
    mean(rows.map((row) => countSpikes(unit.spikes, row.start_time + 0.04, row.stop_time + 0.04)));

  beforeAll(async () => {
    session = await sampleSession();
    visual = session.units.filter(({passesFilters, truth}) => passesFilters && truth.visual !== null);
  });

  it("the vector mean of the responses to drifting gratings points in the preferred direction", () => {
    const rows = session.presentations("drifting_gratings").filter((row) => !Number.isNaN(row.orientation));
    const byDirection = groupBy(rows, (row) => row.orientation as number);
    const tuned = visual.filter(({truth}) => {
      const {tuned_share, direction_selectivity, gain} = truth.visual!;
      return tuned_share > 0.5 && direction_selectivity > 0.4 && gain.driftingGratings > 1.5;
    });
    expect(tuned.length).toBeGreaterThan(30);
    const errors = tuned.map((unit) => {
      let [x, y] = [0, 0];
      for (const [direction, trials] of byDirection) {
        const response = meanCount(unit, trials);
        x += response * Math.cos((direction * Math.PI) / 180);
        y += response * Math.sin((direction * Math.PI) / 180);
      }
      const found = ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360;
      return angleBetween(found, unit.truth.visual!.preferred_direction, 360);
    });
    expect(median(errors)).toBeLessThan(15);
    expect(errors.filter((error) => error < 45).length / errors.length).toBeGreaterThan(0.9);
  });

  it("the vector mean of the responses to static gratings points to the preferred orientation", () => {
    const rows = session.presentations("static_gratings").filter((row) => !Number.isNaN(row.orientation));
    const byOrientation = groupBy(rows, (row) => row.orientation as number);
    const tuned = visual.filter(({truth}) => truth.visual!.tuned_share > 0.6 && truth.visual!.gain.staticGratings > 2);
    const errors = tuned.map((unit) => {
      let [x, y] = [0, 0];
      for (const [orientation, trials] of byOrientation) {
        const response = meanCount(unit, trials);
        x += response * Math.cos((orientation * Math.PI) / 90);
        y += response * Math.sin((orientation * Math.PI) / 90);
      }
      return angleBetween((Math.atan2(y, x) * 90) / Math.PI, unit.truth.visual!.preferred_orientation, 180);
    });
    expect(tuned.length).toBeGreaterThan(20);
    expect(median(errors)).toBeLessThan(15);
  });

  it("the temporal frequency with the most spikes follows the preferred one", () => {
    const rows = session.presentations("drifting_gratings").filter((row) => !Number.isNaN(row.orientation));
    const byFrequency = groupBy(rows, (row) => row.temporal_frequency as number);
    const found = visual.map((unit) => {
      const blank = unit.truth.baseline_rate * 2;
      const weights = [...byFrequency].map(([frequency, trials]) => {
        return [Math.log2(frequency), Math.max(0, meanCount(unit, trials) - blank)];
      });
      const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
      return weights.reduce((sum, [octave, weight]) => sum + octave * weight, 0) / Math.max(total, 1e-9);
    });
    const planted = visual.map(({truth}) => Math.log2(truth.visual!.preferred_temporal_frequency));
    expect(correlation(found, planted)).toBeGreaterThan(0.6);
  });

  /** Planted rate at the centre of the receptive field, Hz, over the three orientations that gabors have. */
  const gaborRate = ({visual, baseline_rate}: UnitTruth) => {
    const {tuned_share, orientation_concentration, preferred_direction, gain} = visual!;
    const tuned = [0, 45, 90].map((orientation) => {
      const cosine = Math.cos(((orientation - preferred_direction) * Math.PI) / 90);
      return 1 - tuned_share + tuned_share * Math.exp(orientation_concentration * (cosine - 1));
    });
    return baseline_rate * gain.gabors * mean(tuned);
  };

  it("the mean response to gabors is centred on the receptive field", () => {
    const byPosition = groupBy(session.presentations("gabors"), (row) => `${row.x_position} ${row.y_position}`);
    const found: {x: number; y: number; unit: SampleUnit}[] = [];
    for (const unit of visual.filter(({truth}) => gaborRate(truth) > 8)) {
      const responses = [...byPosition.values()].map((rows) => {
        return {x: rows[0].x_position as number, y: rows[0].y_position as number, count: meanCount(unit, rows)};
      });
      // Smoothed with the neighbours on the grid; then the centre of gravity around the highest.
      const floor = median(responses.map(({count}) => count));
      const weight = (distance: number) => Math.exp(-0.5 * (distance / 8) ** 2);
      const smooth = responses.map(({x, y}) => {
        const weights = responses.map((other) => weight(Math.hypot(other.x - x, other.y - y)));
        const sum = responses.reduce((total, {count}, i) => total + weights[i] * (count - floor), 0);
        return {x, y, value: sum / weights.reduce((total, value) => total + value, 0)};
      });
      const highest = smooth.reduce((a, b) => (b.value > a.value ? b : a));
      const around = smooth.filter(({x, y, value}) => value > 0 && Math.hypot(x - highest.x, y - highest.y) < 15);
      const total = around.reduce((sum, {value}) => sum + value, 0);
      const centre = (axis: "x" | "y") => around.reduce((sum, r) => sum + r[axis] * r.value, 0) / total;
      found.push({x: centre("x"), y: centre("y"), unit});
    }
    expect(found.length).toBeGreaterThan(40);
    const fields = found.map(({unit}) => unit.truth.visual!.receptive_field);
    expect(
      correlation(
        found.map(({x}) => x),
        fields.map(({azimuth}) => azimuth)
      )
    ).toBeGreaterThan(0.7);
    expect(
      correlation(
        found.map(({y}) => y),
        fields.map(({elevation}) => elevation)
      )
    ).toBeGreaterThan(0.7);
    const distances = found.map(({x, y}, i) => Math.hypot(x - fields[i].azimuth, y - fields[i].elevation));
    expect(median(distances)).toBeLessThan(8);
    expect(distances.filter((distance) => distance < 20).length / distances.length).toBeGreaterThan(0.85);
  });

  it("receptive fields are smaller in LGd and VISp than in higher areas", () => {
    const radius = (structures: string[]) =>
      median(
        visual
          .filter(({truth}) => structures.includes(truth.structure ?? ""))
          .map(({truth}) => truth.visual!.receptive_field.radius)
      );
    expect(radius(["LGd"])).toBeLessThan(radius(["VISp"]));
    expect(radius(["VISp"])).toBeLessThan(radius(higherAreas));
  });

  it("flashes reach LGd before VISp, and VISp before the higher areas", () => {
    const flashes = session.presentations("flashes");
    const latency = (structures: string[]) => {
      const width = 0.002;
      const bins = new Float64Array(100);
      let baseline = 0;
      for (const {spikes, truth} of visual.filter(({truth}) => structures.includes(truth.structure ?? ""))) {
        const preferred = truth.visual!.flash.on > truth.visual!.flash.off ? "1.0" : "-1.0";
        for (const row of flashes.filter(({color}) => color === preferred)) {
          baseline += countSpikes(spikes, row.start_time - 0.2, row.start_time) / 100;
          for (let i = 0; i < bins.length; i++) {
            bins[i] += countSpikes(spikes, row.start_time + i * width, row.start_time + (i + 1) * width);
          }
        }
      }
      const smooth = bins.map((_, i) => mean([...bins.subarray(Math.max(0, i - 1), i + 2)]));
      const peak = Math.max(...smooth);
      const half = (peak + baseline) / 2;
      const above = smooth.findIndex((count) => count > half);
      // the rate reaches its half between the middles of two bins
      const between = (half - smooth[above - 1]) / (smooth[above] - smooth[above - 1]);
      return width * (above - 0.5 + between);
    };
    const [thalamus, primary, higher] = [latency(["LGd"]), latency(["VISp"]), latency(higherAreas)];
    expect(primary - thalamus).toBeGreaterThan(0.006);
    expect(higher - primary).toBeGreaterThan(0.006);
    const planted = (structures: string[]) =>
      mean(visual.filter((u) => structures.includes(u.truth.structure ?? "")).map((u) => u.truth.visual!.latency));
    expect(Math.abs(thalamus - planted(["LGd"]))).toBeLessThan(0.012);
    expect(Math.abs(primary - planted(["VISp"]))).toBeLessThan(0.012);
  });

  it("the responses to natural scenes follow the planted image responses", () => {
    const byImage = groupBy(
      session.presentations("natural_scenes").filter(({frame}) => (frame as number) >= 0),
      ({frame}) => frame as number
    );
    const strong = visual.filter(({truth}) => truth.visual!.gain.images * truth.baseline_rate > 6);
    const correlations = strong.map((unit) => {
      const found = [...byImage.values()].map((rows) => meanCount(unit, rows));
      return correlation(
        found,
        [...byImage.keys()].map((image) => unit.truth.visual!.image_responses[image])
      );
    });
    expect(strong.length).toBeGreaterThan(30);
    expect(median(correlations)).toBeGreaterThan(0.6);
  });

  it("a movie evokes the same course each time it is shown", () => {
    const starts = session.presentations("natural_movie_one").filter(({frame}) => frame === 0);
    const correlations = visual
      .filter(({truth}) => truth.visual!.gain.movies * truth.baseline_rate > 6)
      .map(({spikes}) => {
        const course = (rows: Row[]) =>
          Array.from({length: 50}, (_, i) =>
            mean(rows.map((row) => countSpikes(spikes, row.start_time + 0.2 * i, row.start_time + 0.2 * (i + 1))))
          );
        return correlation(course(starts.slice(0, 2)), course(starts.slice(2)));
      });
    expect(median(correlations)).toBeGreaterThan(0.3);
  });

  it("units that prefer running fire more when the mouse runs, while the screen is grey", () => {
    const {speed, start, step} = session.truth.running;
    const grey = session.presentations("spontaneous");
    const found: number[] = [];
    const planted: number[] = [];
    for (const {spikes, truth} of session.units.filter(({passesFilters}) => passesFilters)) {
      const counts = {still: 0, running: 0, stillBins: 0, runningBins: 0};
      for (const row of grey) {
        for (let i = Math.ceil((row.start_time + 0.5 - start) / step); start + (i + 1) * step < row.stop_time; i++) {
          const count = countSpikes(spikes, start + i * step, start + (i + 1) * step);
          if (speed[i] > 15) [counts.running, counts.runningBins] = [counts.running + count, counts.runningBins + 1];
          if (speed[i] < 1) [counts.still, counts.stillBins] = [counts.still + count, counts.stillBins + 1];
        }
      }
      if (counts.still < 20) continue;
      found.push(counts.running / counts.runningBins / (counts.still / counts.stillBins));
      planted.push(truth.running_modulation);
    }
    expect(found.length).toBeGreaterThan(100);
    expect(correlation(found, planted)).toBeGreaterThan(0.4);
  });

  it("most units of CA1 and DG do not answer vision", () => {
    const hippocampal = session.units.filter(({truth}) => truth.structure === "CA1" || truth.structure === "DG");
    expect(hippocampal.filter(({truth}) => truth.visual === null).length / hippocampal.length).toBeGreaterThan(0.85);
  });
});
