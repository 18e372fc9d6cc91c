import {describe, expect, it} from "vitest";
import {offeredAreas, unitsOfArea} from "../../../lib/lessons/correlations/index.js";
import {unit} from "./unit.js";

const table = (rows: object[]) => ({objects: () => rows});

describe("the units to choose from", () => {
  const units = table([
    {...unit(1, "LGd")},
    {...unit(2, "VISp"), probe_vertical_position: 100},
    {...unit(3, null)},
    {...unit(4, "VISp"), probe_vertical_position: 300}
  ]);

  it("are all, by area and from the surface down, or those of one area", () => {
    const ids = (area: string | null) => unitsOfArea(units, area).map(({unit_id}) => unit_id);
    expect(ids("all areas")).toEqual([4, 2, 1, 3]);
    expect(ids("LGd")).toEqual([1]);
    expect(ids(null)).toEqual([3]);
    expect(ids("CA1")).toEqual([]);
  });

  it("lie in the areas that are offered, all of them first", () => {
    expect(offeredAreas(units)).toEqual(["all areas", "VISp", "LGd", null]);
    expect(offeredAreas(table([]))).toEqual(["all areas"]);
  });
});
