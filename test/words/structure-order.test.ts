import {expect, test} from "vitest";
import {compareStructures, structureAcronyms, structureName, structureSystem} from "../../lib/words/index.js";

test("areas come in anatomical order: cortex, hippocampus, thalamus, midbrain, then what has no name", () => {
  const shuffled = ["APN", null, "LP", "DG", "VISl", "grey", "LGd", "CA1", "VISp"];
  expect(shuffled.sort(compareStructures)).toEqual(["VISp", "VISl", "CA1", "DG", "LGd", "LP", "APN", "grey", null]);
});

test("every structure has one system and one place in the order", () => {
  expect(new Set(structureAcronyms).size).toBe(structureAcronyms.length);
  expect(structureAcronyms.toReversed().sort(compareStructures)).toEqual(structureAcronyms);
  expect(structureSystem("VISp")).toBe("visual cortex");
  expect(structureSystem("LGd")).toBe("thalamus");
});

test("an area without a name, and one this project does not know, belong to no system", () => {
  for (const acronym of [null, undefined, "", "grey", "XYZ"]) expect(structureSystem(acronym)).toBe("unknown");
});

test("where the file gives no area, that is said", () => {
  expect([null, undefined, ""].map(structureName)).toEqual(["no area", "no area", "no area"]);
  expect(structureName("VISp")).toBe("VISp");
});
