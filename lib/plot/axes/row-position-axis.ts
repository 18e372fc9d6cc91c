import type {Markish} from "@observablehq/plot";
import {create, ticks} from "d3";
import {countText} from "../../words/index.js";
import {drawText} from "../frame/draw-text.js";

/**
 * A mark for the right margin of a figure whose rows are places on a probe: round distances from the tip, each where it
 * lies between the rows.
 *
 * @param positions µm from the tip of each row, from the top of the figure down
 */
export function rowPositionAxis(positions: readonly number[]): Markish {
  return (_index, scales, _values, {marginRight, marginTop, width}) => {
    const y = scales.y as (row: number) => number;
    const group = create<SVGGElement>("svg:g");
    const left = width - marginRight + 6;
    const text = (content: string, top: number) => drawText(group, content, left, top).attr("dy", "0.35em");
    text("µm", marginTop - 10);
    const [highest, lowest] = [positions[0], positions[positions.length - 1]];
    const wanted = Math.max(2, Math.round((y(positions.length) - y(0)) / 60));
    for (const tick of positions.length > 1 ? ticks(lowest, highest, wanted) : positions) {
      const below = Math.max(
        1,
        positions.findIndex((position, row) => row > 0 && position <= tick)
      );
      const [over, under] = [positions[below - 1], positions[below] ?? positions[below - 1]];
      text(countText(tick), y(below - 0.5 + (over > under ? (over - tick) / (over - under) : 0)));
    }
    return group.node()!;
  };
}
