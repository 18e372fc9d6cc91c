import {expect, it} from "vitest";
import {areasOf} from "../../lib/words/index.js";

const unit = (unit_id: number, ecephys_structure_acronym: string | null) => ({
  unit_id,
  ecephys_structure_acronym,
  probe_vertical_position: 0,
  probe_description: "probeA"
});

it("areas of units stand in anatomical order, each once, units in no area last", () => {
  expect(areasOf([unit(1, null), unit(2, "LGd"), unit(3, "VISp"), unit(4, "LGd")])).toEqual(["VISp", "LGd", null]);
});

it("no units have no areas", () => {
  expect(areasOf([])).toEqual([]);
});
