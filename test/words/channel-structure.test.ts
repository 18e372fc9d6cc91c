import {describe, expect, it} from "vitest";
import {channelStructure} from "../../lib/words/index.js";

describe("the area of a channel", () => {
  it("is that of the project's tables, whatever the file says", () => {
    expect(channelStructure({ecephys_structure_acronym: "VISp", structure_acronym: "VIS"})).toBe("VISp");
  });

  it("is the file's own where there is no other", () => {
    expect(channelStructure({structure_acronym: "VISl"})).toBe("VISl");
  });

  it("is none outside the brain, and of a channel that is not known", () => {
    expect(channelStructure({ecephys_structure_acronym: null, structure_acronym: null})).toBeNull();
    expect(channelStructure(undefined)).toBeNull();
  });
});
