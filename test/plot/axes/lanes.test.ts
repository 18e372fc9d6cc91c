import {expect, test} from "vitest";
import {type Lanes, nearestInLane} from "../../../lib/plot/axes/lanes.js";

interface Span {
  kind: string;
  start: number;
  stop: number;
}
const spans: Span[] = [
  {kind: "gabors", start: 0, stop: 20},
  {kind: "flashes", start: 30, stop: 40},
  {kind: "gabors", start: 60, stop: 90}
];
const lanes: Lanes<Span> = {
  items: spans,
  kinds: ["gabors", "flashes"],
  kindOf: ({kind}) => kind,
  boxOf: ({start, stop}) => ({x: start, y: 0, width: stop - start, height: 8}),
  top: 4,
  height: 10
};

test("a point in a lane means the span of that lane that it is in, or next to", () => {
  expect(nearestInLane(lanes, 10, 5, 4)).toBe(spans[0]);
  expect(nearestInLane(lanes, 35, 15, 4)).toBe(spans[1]);
  expect(nearestInLane(lanes, 58, 5, 4)).toBe(spans[2]);
});

test("spans of other lanes, and those too far along the lane, are not meant", () => {
  expect(nearestInLane(lanes, 35, 5, 4)).toBe(null);
  expect(nearestInLane(lanes, 10, 15, 4)).toBe(null);
  expect(nearestInLane(lanes, 35, 5, Number.POSITIVE_INFINITY)).toBe(spans[0]);
});

test("above the first lane and below the last there is nothing", () => {
  expect(nearestInLane(lanes, 10, 3, 4)).toBe(null);
  expect(nearestInLane(lanes, 35, 25, 4)).toBe(null);
});
