import {describe, expect, it} from "vitest";
import {explain, TaggedError} from "../lib/tagged-error.js";

describe("what a person is told of an error", () => {
  it("spells out control characters, with which a name in a file could command a terminal", () => {
    const path = "/intervals/\x1b[2J\x9b31m\x07_presentations\r";
    const error = new TaggedError("missing", {path, expected: "a column", found: "\x1b]0;title\x07", remedy: "Look."});
    for (const text of [explain(error), error.message]) {
      expect(text).toContain("/intervals/\\x1b[2J\\x9b31m\\x07_presentations\\x0d: expected a column");
      expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
    }
    expect(error.path).toBe(path);
    expect(explain("\x1b[31mred")).toBe("\\x1b[31mred");
  });

  it("keeps lines, and letters of every language", () => {
    expect(explain("µV\n視覚")).toBe("µV\n視覚");
  });
});
