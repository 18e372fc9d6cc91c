import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {countInPresentations} from "../../lib/session/spikes/conditionwise-spike-statistics.js";
import {presentationwiseSpikeTimes} from "../../lib/session/spikes/presentationwise-spike-times.js";
import {assignConditionIds} from "../../lib/session/stimulus/condition-ids.js";
import {changes} from "../../lib/session/stimulus/stimulus-epochs.js";
import {overlaps} from "../../lib/session/tables/invalid-times.js";

// Few distinct times, so that spikes fall on boundaries, and presentations touch.
const time = fc.integer({min: 0, max: 24}).map((quarter) => quarter / 4);
const train = fc.array(time, {maxLength: 20}).map((times) => Float64Array.from(times).sort());
const trains = fc.array(train, {minLength: 1, maxLength: 4});

/** Presentations that follow each other, back to back or with gaps. */
const presentations = fc.uniqueArray(time, {minLength: 2, maxLength: 10}).map((times) => {
  const bounds = [...times].sort((a, b) => a - b);
  return bounds.slice(1).flatMap((stop, i) => (i % 3 === 2 ? [] : [{id: 100 + i, start: bounds[i], stop}]));
});

describe("for any spikes and presentations", () => {
  it("a spike is in a presentation when start < time ≤ stop, and in no other", () => {
    fc.assert(
      fc.property(trains, presentations, (spikes, shown) => {
        const unitIds = spikes.map((_, i) => 10 - i);
        const expected = shown.flatMap(({id, start, stop}) =>
          spikes.flatMap((times, unit) =>
            Array.from(times)
              .filter((t) => start < t && t <= stop)
              .map((t) => [t, id, unitIds[unit], t - start])
          )
        );
        expected.sort((a, b) => a[0] - b[0] || a[2] - b[2]);
        const found = presentationwiseSpikeTimes(shown, unitIds, spikes);
        expect(found.objects().map((row) => Object.values(row))).toEqual(expected);
      })
    );
  });

  it("the counts of presentations are the numbers of these spikes, in whatever order they are given", () => {
    fc.assert(
      fc.property(trains, presentations, fc.boolean(), (spikes, shown, reversed) => {
        const given = reversed ? [...shown].reverse() : shown;
        const counts = countInPresentations(given, spikes);
        given.forEach(({start, stop}, row) => {
          spikes.forEach((times, unit) => {
            const expected = times.filter((t) => start < t && t <= stop).length;
            expect(counts[row * spikes.length + unit]).toBe(expected);
          });
        });
      })
    );
  });
});

describe("for any parameters", () => {
  const value = fc.constantFrom<string | number | boolean>("null", "0.08", 0.08, 0, 1, true, false, "circle");

  it("two presentations have one condition when all their values are equal as in Python, and ids count up from 0", () => {
    const rows = fc.array(fc.tuple(value, value, value), {maxLength: 30});
    fc.assert(
      fc.property(rows, (table) => {
        const columns = [0, 1, 2].map((column) => table.map((row) => row[column]));
        const {ids, firstRows} = assignConditionIds(columns, table.length);
        const keyOf = (row: (string | number | boolean)[]) =>
          JSON.stringify(row.map((own) => (typeof own === "boolean" ? Number(own) : own)));
        const order = [...new Set(table.map(keyOf))];
        expect(Array.from(ids)).toEqual(table.map((row) => order.indexOf(keyOf(row))));
        expect(firstRows).toEqual(order.map((key) => table.findIndex((row) => keyOf(row) === key)));
      })
    );
  });

  it("epochs begin where a value differs from the one before, and NaN does not differ from NaN", () => {
    const block = fc.constantFrom(Number.NaN, null, 0, 1);
    fc.assert(
      fc.property(fc.array(block, {maxLength: 30}), (blocks) => {
        const bounds = changes(blocks);
        expect(bounds.at(-1)).toBe(blocks.length);
        const starts = blocks.flatMap((own, i) => (i === 0 || !Object.is(own, blocks[i - 1]) ? [i] : []));
        expect(bounds.slice(0, -1)).toEqual(starts);
      })
    );
  });
});

it("intervals overlap when they have a point in common, an end included", () => {
  const interval = fc.tuple(time, time).map(([a, b]) => ({start: Math.min(a, b), stop: Math.max(a, b)}));
  fc.assert(
    fc.property(interval, interval, (a, b) => {
      const points = Array.from({length: 25}, (_, quarter) => quarter / 4);
      const inBoth = points.some((t) => a.start <= t && t <= a.stop && b.start <= t && t <= b.stop);
      expect(overlaps(a, b)).toBe(inBoth);
      expect(overlaps(b, a)).toBe(inBoth);
    })
  );
});
