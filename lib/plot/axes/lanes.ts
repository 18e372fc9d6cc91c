// Things along a session's clock in lanes, one below the other, a lane for each kind of them.
import type {Drawing} from "../frame/draw-text.js";
import {nearest} from "../frame/nearest.js";
import type {Outline} from "../frame/readout.js";

/** Lanes and what lies in them. */
export interface Lanes<Item> {
  /** What lies in them. */
  items: readonly Item[];
  /** The kinds, from the top down. */
  kinds: readonly string[];
  /** The kind of an item, which says in which lane it lies. */
  kindOf: (item: Item) => string;
  /** Where an item is drawn, in the figure's pixels. */
  boxOf: (item: Item) => Outline;
  /** Where the first lane begins, in pixels from the top. */
  top: number;
  /** How high each lane is, in pixels. */
  height: number;
}

/** The item of the lane at y that is nearest to x, less than so many pixels away. */
export function nearestInLane<Item>(lanes: Lanes<Item>, x: number, y: number, reach: number): Item | null {
  const kind = lanes.kinds[Math.floor((y - lanes.top) / lanes.height)];
  const own = lanes.items.filter((item) => lanes.kindOf(item) === kind);
  return nearest(own, (item) => besides(lanes.boxOf(item), x), reach);
}

/** How far a place along a lane is from a box, in pixels; 0 inside of it. */
function besides({x, width}: Outline, at: number): number {
  return Math.max(x - at, at - x - width, 0);
}

/** Draws the line along a lane on which its things stand. */
export function drawLaneLine(group: Drawing, from: number, to: number, y: number): void {
  group.append("path").attr("d", `M${from},${y}H${to}`).style("stroke", "var(--theme-foreground-faintest)");
}

/** Draws an item's box, to be filled. */
export function drawBox(group: Drawing, {x, y, width, height}: Outline) {
  return group.append("rect").attr("x", x).attr("y", y).attr("width", width).attr("height", height);
}
